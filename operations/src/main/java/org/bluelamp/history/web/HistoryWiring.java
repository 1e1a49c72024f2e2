package org.bluelamp.history.web;

import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Shortcut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the pages of history stand in the console, and their keys.
@Configuration
class HistoryWiring {

    @Bean
    NavItem historyNav() {
        return new NavItem("History", "/history", "g h", "history.read", 60);
    }

    @Bean
    CommandVerb importVerb() {
        return new CommandVerb("import", "import", "Import an export", "*", "history.import", "href:/history/import");
    }

    @Bean
    Shortcut importShortcut() {
        return new Shortcut("n", "Import an export", "history", "click:#import");
    }

    @Bean
    Shortcut startShortcut() {
        return new Shortcut("s", "Start or go on with the import", "history-job", "click:#start");
    }

    @Bean
    Shortcut checkShortcut() {
        return new Shortcut("c", "Check the whole file, record nothing", "history-job", "click:#check");
    }

    @Bean
    Shortcut stopShortcut() {
        return new Shortcut("x", "Stop", "history-job", "click:#stop");
    }
}

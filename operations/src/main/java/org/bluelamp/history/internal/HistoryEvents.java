package org.bluelamp.history.internal;

import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.ImportEvent;
import org.bluelamp.journal.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Declares to the journal what can happen here.
@Configuration
class HistoryEvents {

    @Bean
    EventTypes historyEvents() {
        return new EventTypes("history", HistoryEvent.class);
    }

    @Bean
    EventTypes importEvents() {
        return new EventTypes("history", ImportEvent.class);
    }
}

package org.bluelamp.console;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Every key of every page, for learning them and for print.
@Controller
class KeyPages {
    private final Shells shells;
    private final Keys keys;

    KeyPages(Shells shells, Keys keys) {
        this.shells = shells;
        this.keys = keys;
    }

    @GetMapping("/keys")
    @Needs(Needs.SIGNED_IN)
    ModelAndView keys() {
        Shell shell = shells.page("Keys and commands", "keys");
        List<Shortcut> pages = keys.all(item -> shell.nav().contains(item)).stream()
                .filter(shortcut -> !shortcut.where().equals(Keys.EVERYWHERE))
                .toList();
        return new ModelAndView("console/keys", Map.of("shell", shell, "pages", pages));
    }
}

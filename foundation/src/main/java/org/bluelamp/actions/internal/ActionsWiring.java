package org.bluelamp.actions.internal;

import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.Ladder;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Shortcut;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActionsWiring {
    @Bean
    EventTypes actionEvents() {
        return new EventTypes("actions", ActionEvent.class);
    }

    @Bean
    PolicyKind<Ladder> laddersPolicy() {
        return Ladders.KIND;
    }

    @Bean
    NavItem actionsNavItem() {
        return new NavItem("Actions", "/actions", "g a", "actions.read", 30);
    }

    @Bean
    Shortcut answerShortcut() {
        return new Shortcut("a", "Answer the first action", "actions", "focus:#answer-1");
    }
}

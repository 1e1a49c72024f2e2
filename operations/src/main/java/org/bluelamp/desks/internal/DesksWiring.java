package org.bluelamp.desks.internal;

import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the desks declare to the record and to policy.
@Configuration(proxyBeanMethods = false)
class DesksWiring {
    @Bean
    EventTypes deskEvents() {
        return new EventTypes("desks", DeskEvent.class);
    }

    @Bean
    PolicyKind<DeskPlan> deskPlanKind() {
        return DeskPlan.KIND;
    }
}

package org.bluelamp.control.internal;

import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentDayEvent;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.QueueRules;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the control room declares to the record and to policy.
@Configuration(proxyBeanMethods = false)
class ControlWiring {
    @Bean
    EventTypes incidentEvents() {
        return new EventTypes("control", IncidentEvent.class);
    }

    @Bean
    EventTypes incidentDayEvents() {
        return new EventTypes("control", IncidentDayEvent.class);
    }

    @Bean
    PolicyKind<GradingScheme> gradingKind() {
        return GradingScheme.KIND;
    }

    @Bean
    EventTypes unitEvents() {
        return new EventTypes("control", UnitEvent.class);
    }

    @Bean
    PolicyKind<UnitStatuses> unitStatusesKind() {
        return UnitStatuses.KIND;
    }

    @Bean
    PolicyKind<ClosingRules> closingKind() {
        return ClosingRules.KIND;
    }

    @Bean
    PolicyKind<QueueRules> queueKind() {
        return QueueRules.KIND;
    }
}

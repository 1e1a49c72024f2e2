package org.bluelamp.persons.internal;

import org.bluelamp.journal.EventTypes;
import org.bluelamp.persons.MemberEvent;
import org.bluelamp.persons.WarningEvent;
import org.bluelamp.persons.WarningKind;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the module declares to the record and to policy.
@Configuration(proxyBeanMethods = false)
class PersonsWiring {
    @Bean
    EventTypes memberEvents() {
        return new EventTypes("persons", MemberEvent.class);
    }

    @Bean
    EventTypes warningEvents() {
        return new EventTypes("persons", WarningEvent.class);
    }

    @Bean
    PolicyKind<WarningKind> warningsPolicy() {
        return WarningKind.KIND;
    }
}

package org.bluelamp.workforce.internal;

import org.bluelamp.journal.EventTypes;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.workforce.DutyEvent;
import org.bluelamp.workforce.Skill;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.UnitKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the workforce declares to the record and to policy.
@Configuration(proxyBeanMethods = false)
class WorkforceWiring {
    @Bean
    EventTypes tourEvents() {
        return new EventTypes("workforce", TourEvent.class);
    }

    @Bean
    EventTypes dutyEvents() {
        return new EventTypes("workforce", DutyEvent.class);
    }

    @Bean
    PolicyKind<UnitKind> unitKindsPolicy() {
        return UnitKind.KIND;
    }

    @Bean
    PolicyKind<Skill> skillsPolicy() {
        return Skill.KIND;
    }
}

package org.bluelamp.people.internal;

import org.bluelamp.console.NavItem;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.people.CommandUnitEvent;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.Role;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleWiring {
    @Bean
    EventTypes personEvents() {
        return new EventTypes("people", PersonEvent.class);
    }

    @Bean
    EventTypes commandUnitEvents() {
        return new EventTypes("people", CommandUnitEvent.class);
    }

    @Bean
    PolicyKind<Role> rolesPolicy() {
        return RolesInForce.KIND;
    }

    @Bean
    NavItem peopleNavItem() {
        return new NavItem("People", "/people", "g e", "people.read", 70);
    }
}

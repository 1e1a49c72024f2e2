package org.bluelamp.policy.internal;

import org.bluelamp.console.NavItem;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.policy.PolicyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyWiring {
    @Bean
    EventTypes policyEvents() {
        return new EventTypes("policy", PolicyEvent.class);
    }

    @Bean
    NavItem policyNavItem() {
        return new NavItem("Policies", "/policies", "g p", "policy.read", 80);
    }
}

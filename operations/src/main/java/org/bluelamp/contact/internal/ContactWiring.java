package org.bluelamp.contact.internal;

import org.bluelamp.contact.CallMatching;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the module declares to the record and to policy.
@Configuration(proxyBeanMethods = false)
class ContactWiring {
    @Bean
    EventTypes contactEvents() {
        return new EventTypes("contact", ContactEvent.class);
    }

    @Bean
    PolicyKind<QuestionSet> questionSetsPolicy() {
        return QuestionSet.KIND;
    }

    @Bean
    PolicyKind<CallMatching> callMatchingPolicy() {
        return CallMatching.KIND;
    }
}

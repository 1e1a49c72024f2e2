package org.bluelamp.journal.internal;

import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.ServiceClocks.ClockEvent;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The journal's own events.
@Configuration(proxyBeanMethods = false)
class JournalEvents {
    @Bean
    EventTypes clockEvents() {
        return new EventTypes("journal", ClockEvent.class);
    }

    @Bean
    EventTypes deadlineEvents() {
        return new EventTypes("journal", DeadlineEvent.class);
    }

    @Bean
    EventTypes withholdingEvents() {
        return new EventTypes("journal", WithholdingEvent.class);
    }
}

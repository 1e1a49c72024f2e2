package org.bluelamp.geography.internal;

import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Shortcut;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.ReferenceEvent;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What the module declares to the program around it.
@Configuration(proxyBeanMethods = false)
class GeographyConfiguration {
    /// Before other demonstration data, which may want its places.
    private static final int EARLY = -100;

    @Bean
    EventTypes referenceEvents() {
        return new EventTypes("geography", ReferenceEvent.class);
    }

    @Bean
    NavItem placesPage() {
        return new NavItem("Places", "/geography", "g l", "geography.read", 60);
    }

    @Bean
    Shortcut placesSearch() {
        return new Shortcut("s", "Look up a place", "geography", "focus:#place-words");
    }

    @Bean
    CommandVerb placeVerb() {
        return new CommandVerb(
                "place",
                "place WORDS",
                "Look up a street or postcode",
                "*",
                "geography.read",
                "href:/geography?q={text}");
    }

    @Bean
    @Order(EARLY)
    @ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
    ApplicationRunner shippedReference(ReferenceData reference, ServiceClock clock) {
        return _ -> reference.loadShipped(
                Act.byProgram("geography", new Happened(clock.now(), Happened.Precision.MICROSECOND, "program")));
    }
}

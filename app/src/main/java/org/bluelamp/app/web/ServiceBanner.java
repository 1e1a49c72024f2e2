package org.bluelamp.app.web;

import java.util.Optional;
import org.bluelamp.console.Banner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What stands above every page of a demonstration: that its service is invented, and whose real data it shows.
@Component
class ServiceBanner implements Banner {
    private static final String INVENTED =
            "Invented service on real streets: the people, their posts and the live incidents are made up.";
    private static final String ATTRIBUTION = "Real history: London Fire Brigade (Open Government Licence v3.0) and "
            + "Seattle Police Department (public domain). Places contain OS data © Crown copyright and database right, "
            + "Royal Mail and National Statistics data (Open Government Licence v3.0), and © OpenStreetMap "
            + "contributors (ODbL).";

    private final boolean demo;

    ServiceBanner(@Value("${bluelamp.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @Override
    public Optional<String> text() {
        return demo ? Optional.of(INVENTED) : Optional.empty();
    }

    @Override
    public Optional<String> attribution() {
        return demo ? Optional.of(ATTRIBUTION) : Optional.empty();
    }
}

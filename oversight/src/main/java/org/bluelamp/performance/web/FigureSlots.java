package org.bluelamp.performance.web;

import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Shortcut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What figures add to every page: their place in the navigation, their keys and their verb.
@Configuration
class FigureSlots {

    @Bean
    NavItem figuresNav() {
        return new NavItem("Figures", FigureAddress.PAGE, "g f", "figures.read", 10);
    }

    @Bean
    Shortcut figuresChoose() {
        return new Shortcut("c", "Choose source, period and breakdown", "figures", "focus:#figures-source");
    }

    @Bean
    Shortcut figuresBack() {
        return new Shortcut("b", "Back to the figures", "figure-incidents", "click:#figures-back");
    }

    @Bean
    CommandVerb figuresVerb() {
        return new CommandVerb(
                "figures",
                "figures SOURCE",
                "Response figures of a source",
                "*",
                "figures.read",
                "href:/figures?source={1}");
    }
}

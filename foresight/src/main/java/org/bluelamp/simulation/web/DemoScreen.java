package org.bluelamp.simulation.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;

/// How the demo world goes and how fast: exactly what is shown, worded.
public record DemoScreen(
        Shell shell,
        boolean running,
        Optional<String> done,
        List<Speed> speeds,
        List<Fact> facts,
        List<Fact> acts,
        List<Fact> refusals,
        List<String> chairs) {

    /// One speed of the service clock; `key` sets it.
    public record Speed(int rate, String key, boolean chosen) {}

    /// A name and its value.
    public record Fact(String name, String value) {}
}

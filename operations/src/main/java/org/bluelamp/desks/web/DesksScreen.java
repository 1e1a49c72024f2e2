package org.bluelamp.desks.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;

/// Exactly what the page of the desks shows, already worded; `shown` are the pseudonyms of everybody named on it.
/// Public because templates are compiled elsewhere.
public record DesksScreen(
        Shell shell,
        List<Row> rows,
        Mine mine,
        List<Choice> free,
        Optional<Entering> entering,
        List<Line> latest,
        List<String> shown,
        Optional<String> fault) {

    /// One desk. Units: `own` and `holds` count open incidents; empty where nobody counts.
    public record Row(
            String id, String rank, String label, String who, String state, String tone, String own, String holds) {}

    /// Where the person is: the words for it, whether they are at a desk, whether they have a break.
    public record Mine(String words, boolean seated, boolean away, boolean maySit) {}

    public record Choice(String value, String label) {}

    /// What a supervisor may enter for others.
    public record Entering(List<Choice> people, List<Choice> desks, List<Choice> hows, List<Choice> onCall) {}

    /// Something that happened at the desks.
    public record Line(String time, String words, String by) {}
}

package org.bluelamp.workforce.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;

/// Who is on duty, who comes next and who was: exactly what is shown, worded.
public record DutiesScreen(
        Shell shell, String where, String day, List<Row> on, List<Row> next, List<Row> over, int notShown) {

    /// One tour in a list; `sign` is its state in a word, `tone` how it is coloured beside the word.
    public record Row(
            String tour,
            String callsign,
            String kind,
            String borough,
            String crew,
            String skills,
            String times,
            String sign,
            String tone) {}

    /// One tour on its own; `act` is what may be done with it now, `book-on` or `book-off`.
    public record Tour(
            Shell shell,
            Row row,
            String unit,
            String vehicle,
            String equipment,
            List<Member> crew,
            Optional<String> act,
            Optional<String> done,
            Optional<String> fault) {}

    /// Somebody of the crew with each skill and until when it is in date.
    public record Member(String name, String person, String skills) {}
}

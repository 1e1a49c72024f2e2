package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.console.Shell;

/// Exactly what the pages of incidents show, already worded. Public because templates are compiled elsewhere.
public final class IncidentScreens {
    private IncidentScreens() {}

    /// One incident in a list; rows stand in the order of `rank`. `due` is the ISO time its countdown runs to,
    /// or empty.
    public record Row(
            String id,
            String rank,
            String href,
            String grade,
            String gradeLabel,
            String what,
            String place,
            String due,
            String state,
            String number,
            String why) {}

    /// How many open incidents stand at a grade.
    public record Count(String grade, String label, int incidents) {}

    /// The board, or what a search found where `searched`.
    public record Board(
            Shell shell,
            String query,
            boolean searched,
            List<Row> rows,
            List<Count> counts,
            String note,
            boolean mayOpen) {}

    /// One choice of a list.
    public record Choice(String value, String label, boolean chosen) {}

    /// One place the gazetteer offers for the words typed.
    public record Candidate(String id, String label, String area, boolean chosen) {}

    /// What was typed into the opening form, to be shown again.
    public record Typed(String key, String place, String said, String caller) {}

    /// The opening form; `errors` by field.
    public record Opening(
            Shell shell,
            Typed typed,
            List<Choice> types,
            List<Choice> grades,
            List<Choice> channels,
            List<Candidate> candidates,
            Map<String, String> errors) {

        public String error(String field) {
            return errors.getOrDefault(field, "");
        }

        public boolean wrong(String field) {
            return errors.containsKey(field);
        }
    }

    /// One line of a log. `dot` is how its mark looks; `struckBy` names the line that put it right, 0 where
    /// none did.
    public record Line(
            int number,
            String time,
            String at,
            String kind,
            String dot,
            List<String> words,
            boolean withheld,
            int struckBy,
            String who,
            String entered,
            boolean correctable) {}

    /// A label and a value.
    public record Fact(String label, String value) {}

    /// One incident with its log; `errors` by field, `typed` what a refused form held.
    public record Incident(
            Shell shell,
            String ref,
            String number,
            Row head,
            boolean open,
            boolean restricted,
            List<Fact> facts,
            List<Line> lines,
            List<Choice> results,
            List<Choice> persons,
            boolean mayWrite,
            boolean mayRestrict,
            String key,
            Map<String, String> errors,
            Map<String, String> typed,
            DespatchScreens.Panel panel,
            List<Choice> desks) {

        public String error(String field) {
            return errors.getOrDefault(field, "");
        }

        public boolean wrong(String field) {
            return errors.containsKey(field);
        }

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /// One entry of a log and where the record has it. `hashes` counts those from the entry up to the root.
    public record ProvenLine(
            int line, String type, String happened, String by, long position, long version, int hashes) {}

    /// The proof of a whole log. `text` is empty while its newest line is not sealed.
    public record Proof(
            Shell shell,
            String ref,
            String stream,
            long lastVersion,
            List<ProvenLine> lines,
            String note,
            List<String> publicKeys,
            boolean holds,
            String text) {

        public boolean sealed() {
            return !text.isEmpty();
        }
    }
}

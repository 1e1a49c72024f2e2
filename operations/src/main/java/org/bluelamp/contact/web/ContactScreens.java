package org.bluelamp.contact.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.console.Shell;

/// Exactly what the pages of contacts show, already worded. Public because templates are compiled elsewhere.
public final class ContactScreens {
    private ContactScreens() {}

    /// One choice of a list.
    public record Choice(String value, String label, boolean chosen) {}

    /// One contact in a list, without personal data.
    public record Row(
            String id,
            String rank,
            String href,
            String what,
            String grade,
            String place,
            String when,
            String state,
            String why) {}

    /// The list of contacts: those that wait, those somebody has not finished, those that are over.
    public record Board(
            Shell shell,
            List<Row> waiting,
            List<Row> mine,
            List<Row> others,
            List<Row> over,
            String note,
            String key,
            boolean mayTake) {}

    /// A warning as it is shown beside a call.
    public record Warning(String label, String about, String words, String note, String href) {}

    /// Somebody known by the number or the address.
    public record Known(String href, String name) {}

    /// An open incident somebody may be calling about; `key` links to it.
    public record Duplicate(
            String incident,
            String href,
            String number,
            String grade,
            String what,
            String place,
            String because,
            String key) {}

    /// One answer that can be chosen.
    public record Answer(String value, String label, boolean chosen) {}

    /// One question. A number is typed, any other answer chosen.
    public record Question(String field, String text, boolean number, String typed, List<Answer> answers) {}

    /// What stands beside a call, and what is asked in it. `set` changes when other questions are asked; `saved` says
    /// when what was typed was last kept.
    public record Beside(
            String saved,
            String set,
            List<Question> questions,
            String recommended,
            String recommendedLabel,
            List<String> reasons,
            String thrive,
            List<Warning> warnings,
            List<Duplicate> duplicates,
            List<Row> ofNumber,
            List<Row> ofAddress,
            List<Known> known,
            String meet) {}

    /// The form of a call; `typed` by field, `errors` by field.
    public record Call(
            Shell shell,
            String contact,
            String key,
            boolean begun,
            String receivedAt,
            String came,
            Map<String, String> typed,
            Map<String, String> errors,
            List<Choice> channels,
            List<Choice> types,
            List<Choice> grades,
            Beside beside) {

        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        public String error(String field) {
            return errors.getOrDefault(field, "");
        }

        public boolean wrong(String field) {
            return errors.containsKey(field);
        }
    }

    /// A label and a value.
    public record Fact(String label, String value) {}

    /// One line of what happened to a contact.
    public record Line(String time, String at, String what, String by) {}

    /// A contact that is over, or that somebody else has.
    public record Recorded(
            Shell shell,
            String contact,
            String key,
            String headline,
            String href,
            List<Fact> facts,
            String said,
            List<String> reasons,
            List<Fact> thrive,
            List<Line> lines,
            boolean mayTakeOver,
            boolean mayAnswer) {}

    /// The form of an officer's own discovery.
    public record Seen(
            Shell shell, String key, Map<String, String> typed, Map<String, String> errors, List<Choice> types) {

        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        public String error(String field) {
            return errors.getOrDefault(field, "");
        }
    }
}

package org.bluelamp.persons.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.console.Shell;

/// Exactly what the pages of members of the public show, already worded. Public because templates are compiled
/// elsewhere.
public final class PersonsScreens {
    private PersonsScreens() {}

    /// One choice of a list.
    public record Choice(String value, String label, boolean chosen) {}

    /// Somebody a search found.
    public record Found(String href, String name, String knownBy, int warnings) {}

    /// A warning. `member` is whose card shows it, empty for a number or an address.
    public record Warning(
            String ref,
            String label,
            String about,
            String words,
            String why,
            String set,
            String until,
            String member) {}

    /// A link of somebody.
    public record Link(int number, String kind, String words, String said, boolean withdrawn) {}

    /// What was typed into a form that was not taken, by field, and why not.
    public record Sent(String form, String why, Map<String, String> typed) {
        /// Nothing was sent.
        public static final Sent NOTHING = new Sent("", "", Map.of());

        public Sent {
            typed = Map.copyOf(typed);
        }

        public String of(String field) {
            return typed.getOrDefault(field, "");
        }

        public boolean is(String name) {
            return form.equals(name);
        }
    }

    /// What the form of a warning offers.
    public record WarningForm(String action, String key, boolean subject, List<Choice> kinds, Sent sent) {}

    /// The search, what it found, and the forms for somebody or something nobody knew.
    public record Search(
            Shell shell,
            String query,
            List<Found> found,
            List<Warning> warnings,
            Sent sent,
            String key,
            boolean mayWrite,
            WarningForm warning,
            boolean mayWarn) {}

    /// The card of one person.
    public record Card(
            Shell shell,
            String ref,
            String name,
            String met,
            List<Link> links,
            List<Warning> warnings,
            Sent sent,
            String key,
            boolean mayWrite,
            WarningForm warning,
            boolean mayWarn) {}
}

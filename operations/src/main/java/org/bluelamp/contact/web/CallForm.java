package org.bluelamp.contact.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.Ending;
import org.bluelamp.contact.PlaceTold;
import org.bluelamp.contact.Thrive;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.Identity;

/// What came in one form of a call, field by field as it was sent, and what is wrong with it as a form. Questions are
/// the fields that begin with `q.`. Units: lengths in characters.
record CallForm(Map<String, String> fields) {
    static final String KEY_REUSED =
            "This form was sent before with other words. Read what it did then, and send again if it is meant.";
    static final String OVERTAKEN = "Others wrote at the same moment, and this was not taken. Send it again.";
    static final String QUESTION = "q.";
    private static final int CODE_MAX = 48;
    private static final Pattern GRADE = Pattern.compile("[\\p{Alnum}](?:[\\p{Alnum} ._-]{0,14}[\\p{Alnum}])?");
    private static final Pattern LINK = Pattern.compile("link (\\d{4}-\\d{2}-\\d{2}-[1-9]\\d{0,5})");
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("place", Identity.WORDS_MAX),
            Map.entry("number", Identity.WORDS_MAX),
            Map.entry("name", Identity.WORDS_MAX),
            Map.entry("said", PersonalText.CHARACTERS_MAX),
            Map.entry("words", PersonalText.CHARACTERS_MAX),
            Map.entry("because", Thrive.WORDS_MAX),
            Map.entry("threat", Thrive.WORDS_MAX),
            Map.entry("harm", Thrive.WORDS_MAX),
            Map.entry("risk", Thrive.WORDS_MAX),
            Map.entry("investigation", Thrive.WORDS_MAX),
            Map.entry("vulnerability", Thrive.WORDS_MAX),
            Map.entry("engagement", Thrive.WORDS_MAX));

    CallForm {
        fields = Map.copyOf(fields);
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /// The fields that are typed, without those the page brings itself.
    Map<String, String> typed() {
        var typed = new TreeMap<String, String>();
        fields.forEach((field, value) -> {
            if (LENGTHS.containsKey(field)
                    || field.startsWith(QUESTION)
                    || field.matches("type|grade|channel|chosen|callsign")) {
                typed.put(field, value);
            }
        });
        return typed;
    }

    /// What is wrong by field, before anything is decided; empty where every field can be read.
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fields.forEach((field, value) -> {
            int most = LENGTHS.getOrDefault(field, Identity.WORDS_MAX);
            if (value.length() > most) {
                faults.put(field, "At most %,d characters; these are %,d.".formatted(most, value.length()));
            } else if (value.indexOf('\u0000') >= 0) {
                faults.put(field, "The words hold a sign that is no letter.");
            }
        });
        if (text("type").length() > CODE_MAX) {
            faults.putIfAbsent("type", "Choose a type of the list.");
        }
        if (!text("grade").isEmpty() && !GRADE.matcher(text("grade")).matches()) {
            faults.putIfAbsent("grade", "Choose a grade of the list.");
        }
        if (key().isEmpty()) {
            faults.putIfAbsent("form", "The form came without its key. Send it again.");
        }
        if (outcome().isEmpty()) {
            faults.putIfAbsent("form", "Say what the contact became: an incident, another caller, or an ending.");
        }
        return faults;
    }

    Optional<RequestKey> key() {
        return text("key").matches("[A-Za-z0-9._:-]{8,128}")
                ? Optional.of(new RequestKey(text("key")))
                : Optional.empty();
    }

    ContactChannel channel() {
        return Stream.of(ContactChannel.values())
                .filter(channel -> channel.name().equals(text("channel")))
                .findFirst()
                .orElse(ContactChannel.EMERGENCY_CALL);
    }

    /// When the form was put on the screen, if that was before `now`; else now.
    Instant receivedAt(Instant now) {
        try {
            Instant said = Instant.parse(text("receivedAt"));
            return said.isAfter(now) ? now : said;
        } catch (DateTimeException _) {
            return now;
        }
    }

    Account account(PlaceTold place) {
        return new Account(text("type"), text("number"), text("name"), place, text("said"));
    }

    Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        fields.forEach((field, value) -> {
            if (field.startsWith(QUESTION) && !value.isBlank()) {
                answers.put(field.substring(QUESTION.length()), value.strip());
            }
        });
        return answers;
    }

    Assessment assessment() {
        return new Assessment(
                answers(),
                GRADE.matcher(text("grade")).matches() ? new Grade(text("grade")) : null,
                text("because"),
                thrive());
    }

    Thrive thrive() {
        return new Thrive(
                text("threat"),
                text("harm"),
                text("risk"),
                text("investigation"),
                text("vulnerability"),
                text("engagement"));
    }

    /// What it becomes: `open` (also where nothing is said), `link` and an incident, or an ending.
    Optional<Outcome> outcome() {
        String asked = text("outcome");
        if (asked.isEmpty() || asked.equals("open")) {
            return Optional.of(new Outcome.OpenIncident(null));
        }
        var link = LINK.matcher(asked);
        if (link.matches()) {
            return incident(link.group(1)).map(Outcome.LinkTo::new);
        }
        return Stream.of(Ending.values())
                .filter(ending -> ending.name().equals(asked))
                .findFirst()
                .map(ending -> new Outcome.End(ending, text("words")));
    }

    private static Optional<IncidentRef> incident(String text) {
        try {
            return Optional.of(IncidentRef.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The field a refusal stands beside.
    static String fieldOf(ContactRefusal refusal) {
        return switch (refusal) {
            case ContactRefusal.UnknownType _ -> "type";
            case ContactRefusal.UnknownGrade _ -> "grade";
            case ContactRefusal.BecauseMissing _ -> "because";
            case ContactRefusal.PlaceMissing _, ContactRefusal.PlaceNotChosen _ -> "place";
            case ContactRefusal.WordsMissing _ -> "said";
            case ContactRefusal.UnknownAnswer _ -> "questions";
            case ContactRefusal.UnknownContact _,
                    ContactRefusal.AnsweredBefore _,
                    ContactRefusal.AlreadyOver _,
                    ContactRefusal.NotWaiting _,
                    ContactRefusal.UnknownIncident _,
                    ContactRefusal.NotTakenByControl _ -> "form";
        };
    }
}

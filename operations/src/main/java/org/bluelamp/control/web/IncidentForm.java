package org.bluelamp.control.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.LineCorrectedBefore;
import org.bluelamp.control.IncidentRefusal.NobodyNamed;
import org.bluelamp.control.IncidentRefusal.PlaceMissing;
import org.bluelamp.control.IncidentRefusal.PlaceNotChosen;
import org.bluelamp.control.IncidentRefusal.ReasonMissing;
import org.bluelamp.control.IncidentRefusal.UnknownGrade;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.UnknownLine;
import org.bluelamp.control.IncidentRefusal.UnknownResult;
import org.bluelamp.control.IncidentRefusal.UnknownType;
import org.bluelamp.control.IncidentRefusal.WordsMissing;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/// What came in one form, field by field as it was sent, and what is wrong with it as a form.
/// Units: lengths in characters.
record IncidentForm(Map<String, String> fields, Set<String> persons) {
    static final String KEY_REUSED =
            "This form was sent before with other words. Read what it did then, and send again if it is meant.";
    static final String OVERTAKEN = "Others wrote at the same moment, and this was not taken. Send it again.";
    static final int CALLER_MAX = 100;
    static final int CODE_MAX = 48;
    private static final Pattern PERSON = Pattern.compile("[a-z0-9][a-z0-9/._-]{0,63}");
    private static final Pattern GRADE = Pattern.compile("[\\p{Alnum}](?:[\\p{Alnum} ._-]{0,14}[\\p{Alnum}])?");
    private static final Map<String, Integer> LENGTHS = Map.of(
            "type",
            CODE_MAX,
            "grade",
            CODE_MAX,
            "channel",
            CODE_MAX,
            "result",
            CODE_MAX,
            "place",
            PlaceGiven.WORDS_MAX,
            "caller",
            CALLER_MAX,
            "said",
            PersonalText.CHARACTERS_MAX,
            "words",
            PersonalText.CHARACTERS_MAX,
            "reason",
            PersonalText.CHARACTERS_MAX);

    /// A field that cannot be read, and why; shown beside it.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        Unreadable(String field, String sentence) {
            super(sentence);
            this.field = field;
        }

        String field() {
            return field;
        }

        @Override
        public String getMessage() {
            return java.util.Objects.requireNonNull(super.getMessage());
        }
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /// What is wrong by field, before anything is decided; empty where every field can be read.
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        LENGTHS.forEach((field, most) -> {
            int length = text(field).length();
            if (length > most) {
                faults.put(field, "At most %,d characters; these are %,d.".formatted(most, length));
            } else if (text(field).indexOf('\u0000') >= 0) {
                faults.put(field, "The words hold a sign that is no letter.");
            }
        });
        if (!text("grade").isEmpty() && !GRADE.matcher(text("grade")).matches()) {
            faults.putIfAbsent("grade", "Choose a grade of the list.");
        }
        if (!text("channel").isEmpty()
                && Stream.of(Channel.values())
                        .noneMatch(channel -> channel.name().equals(text("channel")))) {
            faults.putIfAbsent("channel", "Choose how it reached us.");
        }
        if (!text("line").isEmpty() && !text("line").matches("\\d{1,6}")) {
            faults.putIfAbsent("line", "A line has a number.");
        }
        if (persons.stream().anyMatch(person -> !PERSON.matcher(person).matches())) {
            faults.putIfAbsent("persons", "Choose persons of the list.");
        }
        return faults;
    }

    IncidentRequest.Open open(Asked asked, PlaceGiven place) {
        return new IncidentRequest.Open(
                asked,
                text("type"),
                text("grade").isEmpty() ? null : new Grade(text("grade")),
                place,
                text("said"),
                text("caller"),
                text("channel").isEmpty() ? Channel.EMERGENCY_CALL : Channel.valueOf(text("channel")));
    }

    IncidentRequest.AddNote note(Asked asked, IncidentRef incident) {
        return new IncidentRequest.AddNote(asked, incident, text("words"));
    }

    IncidentRequest.CorrectNote correction(Asked asked, IncidentRef incident) {
        int line = text("line").isEmpty() ? 0 : Integer.parseInt(text("line"));
        return new IncidentRequest.CorrectNote(asked, incident, line, text("words"));
    }

    IncidentRequest.Close closing(Asked asked, IncidentRef incident) {
        return new IncidentRequest.Close(
                asked,
                incident,
                text("result"),
                text("words"),
                new IncidentRequest.Counts(orNone("crime"), orNone("noCrime"), orNone("category")));
    }

    private @Nullable String orNone(String field) {
        return text(field).isEmpty() ? null : text(field);
    }

    IncidentRequest.Restrict restriction(Asked asked, IncidentRef incident) {
        return new IncidentRequest.Restrict(
                asked, incident, persons.stream().map(ActorId::new).collect(Collectors.toSet()), text("reason"));
    }

    /// The field a refusal stands beside.
    static String fieldOf(IncidentRefusal refusal) {
        return switch (refusal) {
            case UnknownType _ -> "type";
            case UnknownGrade _ -> "grade";
            case PlaceMissing _, PlaceNotChosen _ -> "place";
            case WordsMissing _ -> "words";
            case UnknownResult _ -> "result";
            case NobodyNamed _ -> "persons";
            case ReasonMissing _ -> "reason";
            case UnknownLine _, LineCorrectedBefore _ -> "correction";
            case UnknownIncident _, IncidentClosed _, IncidentRefusal.NotClosed _ -> "incident";
            case IncidentRefusal.GradeUnchanged _ -> "grade";
            case IncidentRefusal.WhyMissing _, IncidentRefusal.RegradeNotAsked _ -> "reason";
            case IncidentRefusal.TimesWrongWay _ -> "until";
            case IncidentRefusal.UnknownUnit _,
                    IncidentRefusal.UnitCommitted _,
                    IncidentRefusal.UnitNotHere _,
                    IncidentRefusal.UnitNotSendable _,
                    IncidentRefusal.UnitOnDuty _,
                    IncidentRefusal.StatusOfIncident _,
                    IncidentRefusal.StatusOfUnit _,
                    IncidentRefusal.NothingToUndo _,
                    IncidentRefusal.UnitsStillCommitted _ -> "unit";
            case IncidentRefusal.CodeMissing _,
                    IncidentRefusal.UnknownCode _,
                    IncidentRefusal.CrimeNumberForm _,
                    IncidentRefusal.OneOrTheOther _ -> "crime";
            case IncidentRefusal.SameIncident _, IncidentRefusal.LinkedBefore _ -> "other";
        };
    }
}

package org.bluelamp.persons.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent.SaidBy;
import org.jspecify.annotations.Nullable;

/// What came in one form, field by field. Units: lengths in characters.
record PersonsForm(Map<String, String> fields) {
    private static final int WORDS_MAX = 1_000;
    private static final List<String> LONG = List.of("words", "why");

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /// What is wrong with it as a form, or empty.
    String fault() {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            int most = LONG.contains(field.getKey()) ? WORDS_MAX : Identity.WORDS_MAX;
            if (field.getValue().length() > most) {
                return "(%s) has at most %,d characters.".formatted(field.getKey(), most);
            }
            if (field.getValue().indexOf('\u0000') >= 0) {
                return "(%s) holds a sign that is no letter.".formatted(field.getKey());
            }
        }
        return key().isEmpty() ? "The form came without its key. Send it again." : "";
    }

    Optional<RequestKey> key() {
        return text("key").matches("[A-Za-z0-9._:-]{8,128}")
                ? Optional.of(new RequestKey(text("key")))
                : Optional.empty();
    }

    List<Identity> identities() {
        return Stream.of(Identity.Kind.NAME, Identity.Kind.NUMBER, Identity.Kind.ADDRESS)
                .flatMap(kind -> Identity.of(kind, text(kind.name().toLowerCase(java.util.Locale.ROOT)), null).stream())
                .toList();
    }

    SaidBy saidBy() {
        return Stream.of(SaidBy.values())
                .filter(each -> each.name().equals(text("saidBy")))
                .findFirst()
                .orElse(SaidBy.THE_PERSON);
    }

    /// The number or address a warning is about: whichever of the two the words can be.
    @Nullable
    Identity subject() {
        return Identity.of(Identity.Kind.NUMBER, text("subject"), null)
                .or(() -> Identity.of(Identity.Kind.ADDRESS, text("subject"), null))
                .orElse(null);
    }

    /// The end of the day that was chosen; null where none was, and where it is no day.
    @Nullable
    Instant until(ZoneId zone) {
        if (text("until").isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text("until")).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}

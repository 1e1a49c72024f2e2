package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClocks.ClockEvent;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.GoldenEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class EntryFormatTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00.123456Z");

    /// One event with every kind of value the record may hold.
    sealed interface FormEvent {
        record Everything(
                String word,
                long number,
                int small,
                boolean truth,
                Instant at,
                LocalDate day,
                LocalTime time,
                Duration within,
                ZoneId zone,
                Happened.Precision choice,
                Grade grade,
                IncidentRef incident,
                Coordinate place,
                List<BoroughCode> boroughs,
                Set<Grade> grades,
                Map<String, Long> seconds,
                Map<BoroughCode, Instant> times,
                Optional<Grade> given,
                Optional<Grade> absent,
                @Nullable String nothing,
                Found found,
                PersonalText said,
                Optional<PersonalText> number2)
                implements FormEvent {}

        record Bare() implements FormEvent {}
    }

    sealed interface Found {
        record At(Coordinate place) implements Found {}

        record Nowhere() implements Found {}
    }

    private static final FormEvent.Everything EVERYTHING = new FormEvent.Everything(
            "fight \u00e9",
            9_007_199_254_740_991L,
            -7,
            true,
            NINE,
            LocalDate.of(2026, 11, 22),
            LocalTime.of(21, 5),
            Duration.ofMinutes(90),
            ZoneId.of("Europe/London"),
            Happened.Precision.MINUTE,
            new Grade("I"),
            IncidentRef.of("2026-11-22-1184"),
            new Coordinate(51_512_345, -123_456),
            List.of(new BoroughCode("E09000033"), new BoroughCode("E09000001")),
            Set.of(new Grade("S"), new Grade("I")),
            Map.of("queue", 43L, "phone", -1L),
            Map.of(new BoroughCode("E09000033"), NINE),
            Optional.of(new Grade("R")),
            Optional.empty(),
            null,
            new Found.At(new Coordinate(0, 1)),
            PersonalText.of("a \"name\""),
            Optional.empty());

    @Test
    void every_kind_of_value_keeps_its_bytes() {
        GoldenEvents.check(RESOURCES, new EventTypes("test", FormEvent.class), EVERYTHING, new FormEvent.Bare());
    }

    @Test
    void the_journals_own_events_keep_their_bytes() {
        GoldenEvents.check(
                RESOURCES, new EventTypes("journal", ClockEvent.class), new ClockEvent.ClockSet(NINE, NINE, 60));
        GoldenEvents.check(
                RESOURCES, new EventTypes("journal", DeadlineEvent.class), new DeadlineEvent.Passed("review", NINE, 3));
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("journal", WithholdingEvent.class),
                new WithholdingEvent.Withheld("incident/2026-11-22-1", List.of(1L, 2L), "retention"));
    }

    @Test
    void the_smallest_envelope_is_these_bytes() {
        var act = Act.byScreen(
                new ActorId("p-1"), new RoleCode("ADMIN"), new Happened(NINE, Happened.Precision.DAY, "s"));
        var envelope = new StoredEntry.Envelope(1, new StreamId("a/b"), 1, "m/x.y", 1, "svc", NINE, act);
        assertThat(new String(EntryFormat.envelope(envelope), StandardCharsets.UTF_8))
                .isEqualTo("{\"actor\":\"p-1\",\"body\":1,\"enteredBy\":\"p-1\",\"format\":1,"
                        + "\"happenedAt\":\"2026-11-22T21:00:00.123456Z\",\"happenedPrecision\":\"DAY\","
                        + "\"happenedSource\":\"s\",\"how\":\"SCREEN\",\"position\":1,"
                        + "\"recordedAt\":\"2026-11-22T21:00:00.123456Z\",\"role\":\"ADMIN\",\"service\":\"svc\","
                        + "\"stream\":\"a/b\",\"type\":\"m/x.y\",\"version\":1}");
        byte[] salt = new byte[EntryFormat.SALT_BYTES];
        var entry = new StoredEntry(envelope, "{}".getBytes(StandardCharsets.UTF_8), salt, null, null, null);
        assertThat(HexFormat.of().formatHex(EntryFormat.leaf(entry)))
                .isEqualTo(HexFormat.of().formatHex(leafByHand(envelope, salt)));
    }

    /// The formula of the architecture, spelled out on its own.
    private static byte[] leafByHand(StoredEntry.Envelope envelope, byte[] salt) {
        byte[] canonical = EntryFormat.envelope(envelope);
        var bytes = java.nio.ByteBuffer.allocate(1 + canonical.length + 64);
        var salted = java.nio.ByteBuffer.allocate(salt.length + 2).put(salt).put("{}".getBytes(StandardCharsets.UTF_8));
        bytes.put((byte) 0)
                .put(canonical)
                .put(EntryFormat.sha256().digest(salted.array()))
                .put(new byte[32]);
        return EntryFormat.sha256().digest(bytes.array());
    }

    @Test
    void a_withheld_part_leaves_the_leaf_as_it_was() {
        var codec = new EventCodec(FormEvent.Everything.class);
        Body body = codec.write(EVERYTHING);
        byte[] salt = new byte[EntryFormat.SALT_BYTES];
        byte[] hash = EntryFormat.hash(salt, java.util.Objects.requireNonNull(body.personal()));
        var act = Act.byProgram("test", new Happened(NINE, Happened.Precision.SECOND, "test"));
        var envelope = new StoredEntry.Envelope(9, new StreamId("a/b"), 2, "test/form.everything", 1, "s", NINE, act);

        var whole = new StoredEntry(envelope, body.facts(), salt, body.personal(), salt, hash);
        var withheld = new StoredEntry(envelope, body.facts(), salt, null, null, hash);

        assertThat(EntryFormat.leaf(withheld)).isEqualTo(EntryFormat.leaf(whole));
    }
}

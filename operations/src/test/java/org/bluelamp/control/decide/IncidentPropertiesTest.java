package org.bluelamp.control.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.Test;

/// What holds for every order of requests. Seeded; the seed stands in every message.
class IncidentPropertiesTest {
    private static final int CASES = 1_000;
    private static final long SEED = 20_261_122L;
    private static final Instant AT = Instant.parse("2026-11-22T20:56:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final GradingScheme SCHEME = new GradingScheme(
            List.of(new GradingScheme.GradeRow(
                    new Grade("I"), "Immediate", Optional.of(Duration.ofMinutes(12)), "control-room")),
            List.of(new GradingScheme.TypeRow("FIGHT", "Fight", new Grade("I"))),
            List.of(new GradingScheme.ResultRow("DONE", "Dealt with")));

    @Test
    void numbers_of_a_day_have_no_gap_and_no_double_however_despatchers_interleave() {
        for (int run = 0; run < CASES; run++) {
            var random = new Random(SEED + run);
            var given = new ArrayList<Integer>();
            int despatchers = 2 + random.nextInt(4);
            var readAt = new HashMap<Integer, Integer>();
            for (int step = 0; step < 60; step++) {
                int despatcher = random.nextInt(despatchers);
                Integer read = readAt.remove(despatcher);
                if (read == null) {
                    readAt.put(despatcher, given.size());
                } else if (read == given.size()) {
                    given.add(opened(new IncidentDay(DAY, read)).incident().number());
                } else {
                    readAt.put(despatcher, given.size());
                }
            }
            assertThat(given)
                    .as("seed %d", SEED + run)
                    .isEqualTo(IntStream.rangeClosed(1, given.size()).boxed().toList());
        }
    }

    @Test
    void the_log_never_loses_a_line_and_what_was_said_stays_as_it_was_said() {
        for (int run = 0; run < CASES; run++) {
            var random = new Random(SEED + run);
            var events = new ArrayList<IncidentEvent>();
            Opened opened = opened(new IncidentDay(DAY, random.nextInt(1_000)));
            events.add(opened);
            var spoken = new ArrayList<String>();
            spoken.add("fight");
            for (int step = 0; step < 30; step++) {
                String words = "w" + step;
                Decision<IncidentEvent, IncidentRefusal> decision = ask(random, events, opened.incident(), words);
                if (decision instanceof Decision.Accepted<IncidentEvent, IncidentRefusal> accepted) {
                    events.addAll(accepted.events());
                    spoken.add(words);
                }
            }
            assertThat(events.stream().map(IncidentPropertiesTest::line).toList())
                    .as("lines, seed %d", SEED + run)
                    .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
            assertThat(events.stream().map(IncidentPropertiesTest::words).toList())
                    .as("words, seed %d", SEED + run)
                    .isEqualTo(spoken);
        }
    }

    private static Decision<IncidentEvent, IncidentRefusal> ask(
            Random random, List<IncidentEvent> incident, IncidentRef ref, String words) {
        var asked = asked(new ActorId("p-" + random.nextInt(3)));
        Change request = switch (random.nextInt(8)) {
            case 0 -> new Close(asked, ref, random.nextBoolean() ? "DONE" : "?", words);
            case 1 -> new Restrict(asked, ref, Set.of(new ActorId("p-" + random.nextInt(3))), words);
            case 2, 3 -> new CorrectNote(asked, ref, 1 + random.nextInt(12), words);
            default -> new AddNote(asked, ref, words);
        };
        return Given.changed(incident, request, SCHEME);
    }

    private static Opened opened(IncidentDay day) {
        var request = new Open(
                asked(new ActorId("p-1")),
                "FIGHT",
                null,
                new PlaceGiven.Described("Rupert Street"),
                "fight",
                "",
                Channel.RADIO);
        var decision = (Decision.Accepted<IncidentEvent, IncidentRefusal>) Given.opened(day, request, SCHEME);
        return (Opened) decision.events().getFirst();
    }

    private static Asked asked(ActorId by) {
        return new Asked(
                new Sight(by, null), new RoleCode("DESPATCHER"), EnteredHow.SCREEN, AT, new RequestKey("key-00000001"));
    }

    private static int line(IncidentEvent event) {
        return event.line();
    }

    private static String words(IncidentEvent event) {
        return event instanceof Opened opened
                ? opened.said().orMark()
                : event.spoken().getFirst().orMark();
    }
}

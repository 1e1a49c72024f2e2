package org.bluelamp.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.GradingScheme.ClockStart;
import org.bluelamp.control.GradingScheme.GradeRow;
import org.bluelamp.control.GradingScheme.TypeRow;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyLoad;
import org.junit.jupiter.api.Test;

/// The three schemes that are shipped: each can be put in force, and an incident opened under it.
class GradingSchemesTest {

    @Test
    void the_metropolitan_scheme_is_in_force_unless_the_force_loads_another() {
        try (var room = new ControlRoom()) {
            GradingScheme scheme = inForce(room);
            assertThat(scheme.grades().stream().map(GradeRow::label))
                    .containsExactly("Immediate", "Soon", "Extended", "Referred");
            assertThat(scheme.grades().stream().map(GradeRow::deploys)).containsExactly(true, true, true, false);
            assertThat(scheme.grades().stream().map(GradeRow::needsAppointment))
                    .containsExactly(false, false, true, false);
            assertThat(scheme.grades()).allMatch(grade -> grade.clockStart().isPresent());
            opens(room, "I", "S", "metropolitan");

            load(room, "national-call-handling");
            assertThat(inForce(room).grades().getFirst().attendWithin()).contains(Duration.ofMinutes(15));
            opens(room, "EM", "PR", "national");

            load(room, "numbered-1-to-5");
            assertThat(inForce(room).grades()).hasSize(5);
            opens(room, "1", "3", "numbered");
        }
    }

    @Test
    void every_scheme_grades_the_same_types_so_that_a_force_may_change_its_scheme_and_keep_its_incidents()
            throws IOException {
        List<String> files =
                List.of("grading.json", "schemes/national-call-handling.json", "schemes/numbered-1-to-5.json");
        try (var room = new ControlRoom()) {
            List<String> types =
                    inForce(room).types().stream().map(TypeRow::code).toList();
            for (String file : files) {
                String text = shipped(file);
                assertThat(types).allMatch(type -> text.contains("\"%s\"".formatted(type)));
            }
        }
    }

    @Test
    void a_clock_that_starts_with_the_grading_starts_anew_when_it_is_regraded() {
        try (var room = new ControlRoom()) {
            var opened = room.program.get(ServiceClock.class).now();
            var regraded = opened.plus(Duration.ofHours(3));
            GradingScheme scheme = inForce(room);
            for (GradeRow grade : scheme.grades()) {
                var start = grade.clockStart().orElseThrow() == ClockStart.OPENED ? opened : regraded;
                assertThat(grade.attendBy(opened, regraded))
                        .isEqualTo(grade.attendWithin().map(start::plus));
            }
        }
    }

    private static void opens(ControlRoom room, String fightGrade, String burglaryGrade, String key) {
        var hale = room.person("Morgan Beacon", "COMMUNICATIONS_OFFICER", "");
        for (String type : List.of("FIGHT", "BURGLARY")) {
            assertThat(hale.postJson("/api/v1/incidents", "scheme-%s-%s".formatted(key, type), """
                            {"type": "%s", "place": "Rupert Street", "said": "under the scheme"}""".formatted(type))
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(hale.getJson("/api/v1/incidents").body())
                .contains("\"grade\":\"%s\"".formatted(fightGrade), "\"grade\":\"%s\"".formatted(burglaryGrade));
    }

    private static GradingScheme inForce(ControlRoom room) {
        return room.program
                .get(Policies.class)
                .inForce(
                        GradingScheme.KIND, room.program.get(ServiceClock.class).now())
                .only();
    }

    private static void load(ControlRoom room, String scheme) {
        var now = room.program.get(ServiceClock.class).now();
        var act = Act.byProgram("test", new Happened(now, Happened.Precision.SECOND, "test"));
        assertThat(room.program.get(Policies.class).load(shipped("schemes/%s.json".formatted(scheme)), act))
                .isInstanceOf(PolicyLoad.Sound.class);
    }

    private static String shipped(String file) {
        try (InputStream found =
                Objects.requireNonNull(GradingScheme.class.getResourceAsStream("/policies/" + file), file)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

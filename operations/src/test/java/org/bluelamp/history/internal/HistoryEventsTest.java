package org.bluelamp.history.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.history.ImportEvent;
import org.bluelamp.journal.Happened.Precision;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

class HistoryEventsTest {
    private static final Imported FULL = new Imported(
            "northshire",
            "24-1184",
            Optional.of("POLICE"),
            Optional.of(new Grade("I")),
            true,
            Optional.of("Burglary in progress"),
            Optional.of("999"),
            Optional.of("Arrest"),
            Map.of("borough", "E09000010", "ward", "E05000200"),
            Optional.of(new Coordinate(51_646_110, -102_990)),
            LocalDate.of(2024, 6, 1),
            Optional.of(23),
            Optional.of("22"),
            Map.of(
                    "received",
                    Instant.parse("2024-06-01T22:00:00Z"),
                    "arrived",
                    Instant.parse("2024-06-01T22:05:01.5Z")),
            Map.of("response", 301L, "rollout", -2L),
            List.of("negative:rollout"),
            "0123456789abcdef0123456789abcdef",
            1_184);
    private static final Imported BARE = new Imported(
            "northshire",
            "row-1",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            LocalDate.of(2024, 6, 1),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            "fedcba9876543210fedcba9876543210",
            2);

    @Test
    void every_event_of_history_keeps_its_bytes() {
        GoldenEvents.check(
                Material.ROOT.resolve("operations/src/test/resources"),
                new HistoryEvents().historyEvents(),
                new HistoryEvent.Declared(
                        "northshire",
                        "Northshire",
                        "Northshire Police",
                        "Europe/London",
                        Map.of("received", Precision.SECOND, "arrived", Precision.MINUTE),
                        List.of("response"),
                        Map.of("response", "received → arrived"),
                        Optional.of("response"),
                        List.of(new Grade("I"), new Grade("S")),
                        List.of(new Grade("I")),
                        List.of("borough"),
                        "Invented",
                        "Nobody",
                        2,
                        "ab".repeat(32),
                        "version: 2\n"),
                new HistoryEvent.AreasNamed("northshire", "borough", Map.of("E09000010", "Enfield")),
                FULL,
                BARE,
                Facts.revised(FULL));
    }

    @Test
    void every_event_of_an_import_keeps_its_bytes() {
        GoldenEvents.check(
                Material.ROOT.resolve("operations/src/test/resources"),
                new HistoryEvents().importEvents(),
                new ImportEvent.Started(
                        "i-1", "northshire", "w1.csv", "cd".repeat(32), 1_000, "ab".repeat(32), 2, true),
                new ImportEvent.Finished("i-1", 10, 5, 3, 1, 1, Map.of("missing_key", 2L)),
                new ImportEvent.Stopped("i-1", 9, 5, 3, 1, 0));
    }
}

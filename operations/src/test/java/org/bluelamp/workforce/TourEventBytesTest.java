package org.bluelamp.workforce;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class TourEventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final TourRef TOUR = TourRef.of("2026-11-22-MP12-1");
    private static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");
    private static final UnitCode UNIT = new UnitCode("BOCU-WESTMINSTER");
    private static final Instant FROM = Instant.parse("2026-11-22T07:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void every_event_of_a_tour_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("workforce", TourEvent.class),
                new TourEvent.Planned(
                        TOUR,
                        "RESPONSE",
                        Optional.of(WESTMINSTER),
                        UNIT,
                        FROM,
                        UNTIL,
                        Optional.of("Area car 7"),
                        Set.of("TASER", "BODY_WORN_VIDEO")),
                new TourEvent.Planned(TOUR, "TRAFFIC", Optional.empty(), UNIT, FROM, UNTIL, Optional.empty(), Set.of()),
                new TourEvent.Crewed(
                        TOUR,
                        List.of(
                                new CrewMember(
                                        PersonId.of(104),
                                        List.of(
                                                new SkillHeld("RESPONSE_DRIVER", LocalDate.of(2027, 3, 31)),
                                                new SkillHeld("FIRST_AID", null))),
                                new CrewMember(PersonId.of(105), List.of()))),
                new TourEvent.BookedOn(
                        TOUR,
                        "RESPONSE",
                        Optional.of(WESTMINSTER),
                        UNIT,
                        FROM,
                        UNTIL,
                        List.of(PersonId.of(104), PersonId.of(105)),
                        Set.of("RESPONSE_DRIVER", "FIRST_AID"),
                        Set.of("TASER"),
                        Optional.of("Area car 7"),
                        Optional.of("CHARING-CROSS"),
                        UNTIL.plusSeconds(21_600)),
                new TourEvent.BookedOff(TOUR, UNTIL),
                new TourEvent.Withdrawn(TOUR, PersonalText.of("two of the crew are ill")));
    }

    @Test
    void every_event_of_a_duty_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("workforce", DutyEvent.class),
                new DutyEvent.Bound("MP12", TOUR, FROM, UNTIL),
                new DutyEvent.Began("p-104", TOUR, FROM),
                new DutyEvent.Freed("p-104", TOUR, UNTIL));
    }
}

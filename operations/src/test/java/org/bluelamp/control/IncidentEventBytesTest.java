package org.bluelamp.control;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.control.IncidentDayEvent.NumberGiven;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class IncidentEventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final TourRef UNIT = TourRef.of("2026-11-22-MP12-1");
    private static final IncidentRef REF = IncidentRef.of("2026-11-22-1184");

    @Test
    void every_event_of_an_incident_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("control", IncidentEvent.class),
                Stream.of(log(), grading(), despatch(), links(), ending())
                        .flatMap(List::stream)
                        .toArray());
    }

    private static List<IncidentEvent> log() {
        return List.of(
                new Opened(
                        REF,
                        "FIGHT",
                        new Grade("I"),
                        Channel.EMERGENCY_CALL,
                        "Rupert Street, West End, Westminster",
                        new Coordinate(51_511_400, -132_900),
                        new BoroughCode("E09000033"),
                        "E05013808",
                        "2022-05",
                        Instant.parse("2026-11-22T21:08:00Z"),
                        PersonalText.of("21 Rupert Street"),
                        PersonalText.of("two groups, one has a machete"),
                        PersonalText.of("07700 900441")),
                new Opened(
                        REF,
                        "ADVICE",
                        new Grade("R"),
                        Channel.ONLINE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        PersonalText.of("behind the old bakery"),
                        PersonalText.of("lost cat"),
                        PersonalText.of("")),
                new NoteAdded(REF, 2, PersonalText.of("second caller")),
                new ReportedAfterClose(REF, 3, new ActorId("p-202"), PersonalText.of("I arrived at 21:04")),
                new NoteCorrected(REF, 4, 2, PersonalText.of("third caller")),
                new Closed(REF, 5, "NO_TRACE", new ActorId("p-202"), PersonalText.of("all quiet")),
                new Restricted(
                        REF,
                        6,
                        List.of(new ActorId("p-101"), new ActorId("p-202")),
                        PersonalText.of("an officer is involved")),
                new IncidentEvent.LiesNear(REF, 7, List.of(new BoroughCode("E09000007"))),
                new IncidentEvent.PassedOn(
                        REF,
                        8,
                        new IncidentEvent.Keeper("pod-3", new ActorId("p-104")),
                        new IncidentEvent.Keeper("on-call", null),
                        IncidentEvent.Passing.BREAK));
    }

    private static List<IncidentEvent> grading() {
        return List.of(
                new IncidentEvent.Assessed(
                        REF,
                        9,
                        Set.of(IncidentEvent.Risk.WEAPON, IncidentEvent.Risk.LIFE),
                        Instant.parse("2026-11-22T21:30:00Z"),
                        PersonalText.of("a machete was seen")),
                new IncidentEvent.Assessed(REF, 10, Set.of(), null, PersonalText.of("")),
                new IncidentEvent.Regraded(
                        REF,
                        11,
                        new Grade("S"),
                        new Grade("I"),
                        Instant.parse("2026-11-22T21:08:00Z"),
                        PersonalText.of("a weapon")),
                new IncidentEvent.RegradeAsked(REF, 12, new Grade("I"), PersonalText.of("she is alone")),
                new IncidentEvent.RegradeAsked(REF, 13, null, PersonalText.of("look at it")),
                new IncidentEvent.RegradeDeclined(REF, 14, PersonalText.of("nobody is there")),
                new IncidentEvent.AppointmentMade(
                        REF,
                        15,
                        Instant.parse("2026-11-23T10:00:00Z"),
                        Instant.parse("2026-11-23T12:00:00Z"),
                        PersonalText.of("rings the side bell")));
    }

    private static List<IncidentEvent> despatch() {
        return List.of(
                new IncidentEvent.UnitAssigned(REF, 16, UNIT, null),
                new IncidentEvent.UnitAssigned(REF, 17, UNIT, IncidentRef.of("2026-11-22-1182")),
                new IncidentEvent.UnitStatusSaid(REF, 18, UNIT, UnitStatus.AT_SCENE, null),
                new IncidentEvent.UnitStatusSaid(REF, 19, UNIT, UnitStatus.CUSTODY, new ActorId("p-202")),
                new IncidentEvent.UnitReleased(
                        REF,
                        20,
                        UNIT,
                        IncidentEvent.Release.DIVERTED,
                        IncidentRef.of("2026-11-22-1190"),
                        PersonalText.of("nearer to the fight")),
                new IncidentEvent.UnitRestored(REF, 21, UNIT, UnitStatus.ON_THE_WAY));
    }

    private static List<IncidentEvent> links() {
        return List.of(
                new IncidentEvent.SameAs(REF, 22, IncidentRef.of("2026-11-22-1182")),
                new IncidentEvent.DuplicateLinked(REF, 23, IncidentRef.of("2026-11-22-1186")),
                new IncidentEvent.RelatedTo(REF, 24, IncidentRef.of("2026-11-21-17")),
                new IncidentEvent.CallerLinked(
                        REF,
                        25,
                        "2026-11-22-3311",
                        Channel.EMERGENCY_CALL,
                        PersonalText.of("07700 900442"),
                        PersonalText.of("they run to Wardour Street")));
    }

    private static List<IncidentEvent> ending() {
        return List.of(
                new IncidentEvent.Resulted(REF, 26, "ARREST", PersonalText.of("one man")),
                new IncidentEvent.Coded(REF, 27, "6541234/26", null, "CR"),
                new IncidentEvent.Coded(REF, 28, null, "NO_OFFENCE_DISCLOSED", "PSW"),
                new IncidentEvent.Reopened(REF, 29, PersonalText.of("they are back")));
    }

    @Test
    void every_event_of_a_unit_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("control", UnitEvent.class),
                new UnitEvent.CameOn(
                        UNIT,
                        "RESPONSE",
                        new BoroughCode("E09000033"),
                        List.of(new ActorId("p-31"), new ActorId("p-32")),
                        List.of("RESPONSE_DRIVER", "TASER"),
                        Instant.parse("2026-11-22T22:00:00Z")),
                new UnitEvent.CameOn(
                        UNIT, "RESERVE", null, List.of(), List.of(), Instant.parse("2026-11-22T22:00:00Z")),
                new UnitEvent.Assigned(UNIT, REF),
                new UnitEvent.Progressed(UNIT, REF, UnitStatus.ON_THE_WAY),
                new UnitEvent.Released(UNIT, REF, IncidentEvent.Release.FINISHED, UnitStatus.AVAILABLE),
                new UnitEvent.StatusSaid(UNIT, UnitStatus.MEAL_BREAK),
                new UnitEvent.WentOff(UNIT));
    }

    @Test
    void the_number_given_keeps_its_bytes() {
        GoldenEvents.check(RESOURCES, new EventTypes("control", IncidentDayEvent.class), new NumberGiven(REF));
    }
}

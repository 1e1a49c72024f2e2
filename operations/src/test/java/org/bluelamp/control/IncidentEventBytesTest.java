package org.bluelamp.control;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class IncidentEventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final IncidentRef REF = IncidentRef.of("2026-11-22-1184");

    @Test
    void every_event_of_an_incident_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("control", IncidentEvent.class),
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
                        PersonalText.of("an officer is involved")));
    }

    @Test
    void the_number_given_keeps_its_bytes() {
        GoldenEvents.check(RESOURCES, new EventTypes("control", IncidentDayEvent.class), new NumberGiven(REF));
    }
}

package org.bluelamp.desks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bluelamp.desks.DeskEvent.Cover;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// The bytes of every event as they stand in the record for ever.
class DeskEventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final DeskCode POD = new DeskCode("pod-3");
    private static final ActorId SCONCE = new ActorId("p-104");
    private static final ActorId WICK = new ActorId("p-202");
    private static final RoleCode ROLE = new RoleCode("COMMUNICATIONS_OFFICER");
    private static final Instant UNTIL = Instant.parse("2026-11-22T21:04:30Z");

    @Test
    void every_event_of_the_desks_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("desks", DeskEvent.class),
                new DeskEvent.SatDown(POD, SCONCE, ROLE, true),
                new DeskEvent.BreakTaken(POD, SCONCE, new Cover(new DeskCode("om-1"), Optional.of(WICK))),
                new DeskEvent.Relieved(POD, SCONCE, WICK, ROLE, false),
                new DeskEvent.BreakEnded(POD, SCONCE),
                new DeskEvent.GotUp(POD, SCONCE, new Cover(new DeskCode("on-call"), Optional.empty())),
                new DeskEvent.ConnectionLost(POD, SCONCE, UNTIL),
                new DeskEvent.ConnectionAwaited(POD, SCONCE, UNTIL),
                new DeskEvent.ConnectionBack(POD, SCONCE),
                new DeskEvent.GivenUp(POD, SCONCE, new Cover(new DeskCode("om-1"), Optional.of(WICK))),
                new DeskEvent.OnCallNamed(WICK));
    }
}

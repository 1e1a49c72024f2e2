package org.bluelamp.geography.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.GazetteerKind;
import org.bluelamp.geography.ReferenceEvent;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class ReferenceEventBytesTest {
    @Test
    void events_keep_their_bytes() {
        String hash = "0".repeat(63) + "1";
        GoldenEvents.check(
                Path.of("src/test/resources"),
                new EventTypes("geography", ReferenceEvent.class),
                new ReferenceEvent.AreasLoaded(
                        AreaKind.WARD,
                        "2014",
                        LocalDate.of(2014, 5, 22),
                        "wards.geojson.gz",
                        hash,
                        hash,
                        654,
                        1,
                        2,
                        "OGL"),
                new ReferenceEvent.GazetteerLoaded(
                        GazetteerKind.STREETS, "central", "streets.csv.gz", hash, hash, 2371, 0, "ODbL"));
    }
}

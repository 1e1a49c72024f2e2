package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

/// The form of a time on the record is the one of its first day, however it is written.
class InstantFormTest {
    private static final long SEED = 20_261_122;
    private static final int CASES = 20_000;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void any_time_is_written_as_the_standard_formatter_writes_it_and_read_back() {
        var random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            var at = Instant.ofEpochSecond(
                    random.nextLong(-80_000_000_000L, 300_000_000_000L), random.nextInt(999_999_999));
            assertSame(at);
        }
    }

    @Test
    void times_at_the_edges_are_written_alike() {
        for (String at : List.of(
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999999999Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.000000001Z",
                "2026-02-28T00:00:00.100000Z")) {
            assertSame(Instant.parse(at));
        }
    }

    private static void assertSame(Instant at) {
        String written = ValueWriter.instant(at);
        assertThat(written).isEqualTo(FORM.format(at.truncatedTo(ChronoUnit.MICROS)));
        assertThat(ValueReader.read(StringNode.valueOf(written), Instant.class))
                .isEqualTo(at.truncatedTo(ChronoUnit.MICROS));
    }
}

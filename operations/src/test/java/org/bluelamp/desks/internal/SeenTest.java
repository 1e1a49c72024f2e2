package org.bluelamp.desks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.Test;

class SeenTest {
    @Test
    void whoever_was_seen_is_found_from_the_latest_time_on() {
        try (var program = TestProgram.web(List.of("journal", "console", "policy", "people", "actions", "desks"))) {
            SqlContract.check(program.database(), Seen.class);
            var seen = program.get(Seen.class);
            Instant at = Instant.parse("2026-11-22T21:04:00Z");
            seen.keep(Set.of("p-1", "p-2"), at);
            seen.keep(Set.of("p-2"), at.plusSeconds(10));
            seen.keep(Set.of("p-2"), at.plusSeconds(5));
            assertThat(seen.since(at.plusSeconds(8))).contains("p-2").doesNotContain("p-1");
        }
    }
}

package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.bluelamp.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/// The bytes of an act of looking; nothing in this test may ever change but by addition.
class LookFormatTest {
    private static final String ROW = """
            select 'p-104' as actor, 'DUTY_OFFICER' as role, 'search' as kind, '/incidents' as route,
                   '["2026-11-22-1","2026-11-22-2"]' as shown, %s as reason""";
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00.123456Z");

    @Test
    void an_act_of_looking_keeps_its_bytes_with_and_without_a_reason() throws SQLException {
        assertThat(canonical("null"))
                .isEqualTo("{\"actor\":\"p-104\",\"format\":1,\"kind\":\"search\","
                        + "\"lookedAt\":\"2026-11-22T21:00:00.123456Z\",\"position\":17,\"role\":\"DUTY_OFFICER\","
                        + "\"route\":\"/incidents\",\"shown\":\"[\\\"2026-11-22-1\\\",\\\"2026-11-22-2\\\"]\"}");
        assertThat(canonical("'welfare of \u00e9'"))
                .contains("\"position\":17,\"reason\":\"welfare of \u00e9\",\"role\"");
        assertThat(MerkleHash.leaf(canonical("null").getBytes(StandardCharsets.UTF_8))
                        .bytes())
                .isEqualTo(leafByHand(canonical("null")));
    }

    /// The formula of the decision, spelled out on its own: SHA-256(0x00 ‖ canonical bytes).
    private static byte[] leafByHand(String canonical) {
        var digest = EntryFormat.sha256();
        digest.update((byte) 0);
        return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(String reason) throws SQLException {
        try (var connection = TestDatabase.fresh().superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(ROW.formatted(reason))) {
            row.next();
            return new String(VerifLooking.canonical(row, 17, NINE), StandardCharsets.UTF_8);
        }
    }
}

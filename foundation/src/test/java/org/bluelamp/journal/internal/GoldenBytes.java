package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// The bytes of an event as the journal would keep it, in a fixed envelope with fixed salts, for comparison with
/// bytes written down before; and that reading them back gives the same event.
public final class GoldenBytes {
    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] PERSONAL_SALT = HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    private static final Act ACT = new Act(
            new ActorId("p-104"),
            new RoleCode("DUTY_OFFICER"),
            new ActorId("p-7"),
            EnteredHow.RADIO,
            Optional.of("desk-3"),
            new Happened(Instant.parse("2026-11-22T21:04:37.000001Z"), Happened.Precision.SECOND, "radio"),
            List.of(3L, 5L),
            Optional.of(new RequestKey("key-00000001")),
            List.of(new PolicyUse("grading", 2)));

    private GoldenBytes() {}

    /// One line: facts, personal part (or `-`), leaf in hex.
    public static String of(EventTypes types, Object event) {
        var codec = new EventCodec(event.getClass());
        Body body = codec.write(event);
        Object back = codec.read(body.facts(), body.personal(), false);
        if (!back.equals(event)) {
            throw new AssertionError("Read back as %s, was %s.".formatted(back, event));
        }
        var envelope = new StoredEntry.Envelope(
                17,
                new StreamId("golden/stream"),
                4,
                types.nameOf(event.getClass()),
                EventRegistry.BODY_VERSION,
                "golden",
                Instant.parse("2026-11-22T21:05:00.123456Z"),
                ACT);
        byte[] personal = body.personal();
        var entry =
                new StoredEntry(envelope, body.facts(), SALT, personal, personal == null ? null : PERSONAL_SALT, null);
        return text(body.facts())
                + "\t"
                + (personal == null ? "-" : text(personal))
                + "\t"
                + HexFormat.of().formatHex(EntryFormat.leaf(entry));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

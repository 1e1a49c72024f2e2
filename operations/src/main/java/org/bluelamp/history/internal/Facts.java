package org.bluelamp.history.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.history.HistoryEvent.Revised;

/// What a row says, given its final key and its fingerprint, or told as a revision.
class Facts {
    private static final int HASH_BYTES = 16;
    private static final char PART = '\u001f';

    private final MessageDigest digest = ExportFile.newDigest();

    /// The same facts under this key, with these flags and their fingerprint.
    Imported keyed(Imported row, String key, List<String> flags) {
        return new Imported(
                row.source(),
                key,
                row.agency(),
                row.grade(),
                row.topGrade(),
                row.type(),
                row.channel(),
                row.disposition(),
                row.areas(),
                row.place(),
                row.serviceDay(),
                row.hour(),
                row.period(),
                row.times(),
                row.intervalSeconds(),
                flags,
                fingerprint(row, flags),
                row.line());
    }

    static Revised revised(Imported row) {
        return new Revised(
                row.source(),
                row.key(),
                row.agency(),
                row.grade(),
                row.topGrade(),
                row.type(),
                row.channel(),
                row.disposition(),
                row.areas(),
                row.place(),
                row.serviceDay(),
                row.hour(),
                row.period(),
                row.times(),
                row.intervalSeconds(),
                row.flags(),
                row.rowHash(),
                row.line());
    }

    /// Everything the row says but its line, which another file may give it.
    private String fingerprint(Imported row, List<String> flags) {
        var text = new StringBuilder(512);
        part(text, row.agency().orElse(""));
        part(text, row.grade().map(Object::toString).orElse(""));
        part(text, Boolean.toString(row.topGrade()));
        part(text, row.type().orElse(""));
        part(text, row.channel().orElse(""));
        part(text, row.disposition().orElse(""));
        parts(text, row.areas());
        part(
                text,
                row.place()
                        .map(at -> at.latitudeMicrodegrees() + " " + at.longitudeMicrodegrees())
                        .orElse(""));
        part(text, row.serviceDay().toString());
        part(text, row.hour().map(Object::toString).orElse(""));
        part(text, row.period().orElse(""));
        new TreeMap<>(row.times()).forEach((name, at) -> {
            part(text, name);
            text.append(at.getEpochSecond()).append('.').append(at.getNano()).append(PART);
        });
        parts(text, row.intervalSeconds());
        flags.forEach(flag -> part(text, flag));
        byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    private static void parts(StringBuilder text, Map<String, ?> values) {
        new TreeMap<>(values).forEach((name, value) -> {
            part(text, name);
            part(text, value.toString());
        });
        text.append(PART);
    }

    private static void part(StringBuilder text, String value) {
        text.append(value).append(PART);
    }
}

package org.bluelamp.geography.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The statistical codes of London's boroughs by name, for boundary files that give only names.
record BoroughCodes(Map<String, String> byName) {
    private static final String FILE = "/reference/borough_codes.csv";

    BoroughCodes {
        byName = Map.copyOf(byName);
    }

    static BoroughCodes shipped() {
        try (InputStream in = BoroughCodes.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file (%s).".formatted(FILE));
            }
            var codes = new HashMap<String, String>();
            CsvRows.read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    new Faults(),
                    row -> codes.put(
                            row.get("name").orElseThrow(), row.get("code").orElseThrow()));
            return new BoroughCodes(codes);
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}

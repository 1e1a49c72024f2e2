package org.bluelamp.journal.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the record is sealed.
///
/// `data`: the folder that holds `keys/journal-seal.key`. `witness`: the folder that witness files are written
/// to, best on another host (`<data>/witness` by default). `origin`: the name before the log's own in a
/// checkpoint; never changed once something is sealed. `sealEvery`: how long a new entry waits for its seal at
/// most.
@ConfigurationProperties("bluelamp")
record SealProperties(
        @DefaultValue("data") Path data,
        Optional<Path> witness,
        @DefaultValue("bluelamp") String origin,
        @DefaultValue("1s") Duration sealEvery) {

    String originOf(String log) {
        return origin + "/" + log;
    }

    Path keys() {
        return data.toAbsolutePath().normalize().resolve("keys");
    }

    Path witnessFolder() {
        return witness.orElseGet(() -> data.resolve("witness")).toAbsolutePath().normalize();
    }
}

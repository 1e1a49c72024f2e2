package org.bluelamp.journal.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the record is set up.
///
/// `data`: the folder that holds keys, witness and, without `databaseUrl`, the database itself. `databaseUrl` and
/// `databaseOwnerUrl`: an outside server, as the program's user and as the owner who migrates. `service`: the short
/// name of the service whose record this is. `parkedHolder`: the person who is told of parked streams.
@ConfigurationProperties("bluelamp")
record JournalProperties(
        @DefaultValue("data") Path data,
        Optional<String> databaseUrl,
        Optional<String> databaseOwnerUrl,
        @DefaultValue("bluelamp") String service,
        @DefaultValue("administrator") String parkedHolder) {}

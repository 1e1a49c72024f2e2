package org.bluelamp.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Checks whether a log is what was sealed: every entry is read and hashed again, and held against the tiles, the
/// signed checkpoints and, where one is given, the witness.
///
/// Without a witness it finds what was changed by anybody who does not hold the seal key. A record that was
/// written anew with the key, or cut back to an older checkpoint, only a witness can give away (ARCHITECTURE,
/// Tamper-evident).
public interface Verification {

    /// The names of the two logs.
    List<String> LOGS = List.of("journal", "looking");

    /// Checks one log. `progress` is told the position reached, from time to time.
    ///
    /// Errors: `IllegalArgumentException` for an unknown log; `UncheckedIOException` for a witness file that
    /// cannot be read. What is wrong with the record is never thrown, it is found.
    Report verify(Request request, LongConsumer progress);

    /// What to check. `witness` is a file of checkpoints as the witness keeps it; `fromStart` goes over
    /// everything again where an earlier check was broken off.
    record Request(String log, Optional<Path> witness, boolean fromStart) {

        /// The whole log by itself.
        public static Request of(String log) {
            return new Request(log, Optional.empty(), false);
        }

        public Request withWitness(Path file) {
            return new Request(log, Optional.of(file), fromStart);
        }

        public Request againFromStart() {
            return new Request(log, witness, true);
        }
    }

    /// Something that is not as it was sealed. `position` is the first entry it concerns, 0 for the log as a
    /// whole.
    record Finding(long position, String sentence) {}

    /// What was checked and what was found.
    ///
    /// Units: `entries` the log holds, the first `sealed` of them are under a checkpoint, `checked` were read
    /// now, those after position `resumedAfter`; `checkpoints` and `witnessed` were held against the tree. Of the
    /// findings the first `FINDINGS_MAX` are listed and `furtherFindings` more counted.
    record Report(
            String log,
            long entries,
            long sealed,
            long resumedAfter,
            long checked,
            long checkpoints,
            long witnessed,
            List<Finding> findings,
            long furtherFindings,
            Duration took) {

        /// The most findings that are listed.
        public static final int FINDINGS_MAX = 100;

        public Report {
            findings = List.copyOf(findings);
        }

        /// Whether nothing was found.
        public boolean sound() {
            return findings.isEmpty();
        }
    }
}

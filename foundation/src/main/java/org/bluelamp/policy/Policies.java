package org.bluelamp.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.BoroughCode;

/// The way in to policies for every other module. What is in force is read from the record, never from a file.
public interface Policies {

    /// The largest policy file. Units: bytes of UTF-8.
    int FILE_BYTES_MAX = 1 << 20;

    /// The most faults one check lists.
    int FAULTS_MAX = 100;

    /// The version in force at a time: a late report is judged by the time it happened. A trial in the borough goes
    /// before the borough's own policy, and that before the service's; among equals the one in force from the later
    /// day, then the higher version.
    ///
    /// Errors: `IllegalStateException` where no version is in force then (the check at the start finds such gaps).
    <R> Policy<R> inForce(PolicyKind<R> kind, Instant at, Optional<BoroughCode> borough);

    /// The same for the service as a whole.
    default <R> Policy<R> inForce(PolicyKind<R> kind, Instant at) {
        return inForce(kind, at, Optional.empty());
    }

    /// Checks a file whole and, where it is sound and new, journals it. Repeating it changes nothing.
    PolicyLoad load(String text, Act act);

    /// Checks a file whole without writing.
    PolicyLoad check(String text);

    /// All loaded versions, by name, newest version first.
    List<PolicyVersion> versions();

    /// The text of a loaded version's file.
    Optional<String> text(String name, int version);
}

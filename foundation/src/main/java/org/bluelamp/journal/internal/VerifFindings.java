package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bluelamp.journal.Verification;

/// Collects what a check finds: the first hundred in full, the rest as a number.
final class VerifFindings {
    private final List<Verification.Finding> listed = new ArrayList<>();
    private long further;

    void add(long position, String sentence, Object... values) {
        if (listed.size() < Verification.Report.FINDINGS_MAX) {
            listed.add(new Verification.Finding(position, values.length == 0 ? sentence : sentence.formatted(values)));
        } else {
            further++;
        }
    }

    void add(Verification.Finding finding) {
        add(finding.position(), finding.sentence());
    }

    boolean none() {
        return listed.isEmpty();
    }

    /// In order of position.
    List<Verification.Finding> listed() {
        return listed.stream()
                .sorted(Comparator.comparingLong(Verification.Finding::position))
                .toList();
    }

    long further() {
        return further;
    }
}

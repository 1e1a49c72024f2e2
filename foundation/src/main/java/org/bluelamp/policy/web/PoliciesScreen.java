package org.bluelamp.policy.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// Every loaded version of every policy.
public record PoliciesScreen(Shell shell, List<Row> rows) {

    /// One version; `hash` is the beginning of its SHA-256, which the policy's own page shows whole.
    public record Row(
            String name,
            int version,
            String from,
            String until,
            String scope,
            String loadedBy,
            String loadedAt,
            long position,
            String hash) {}
}

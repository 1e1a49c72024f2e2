package org.bluelamp.journal;

import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// The looking-log: one entry for each act of looking (page, search, export, stream), committed before the answer,
/// in its own sealed log beside the journal (Data Protection Act 2018, s. 62).
public interface Looking {

    /// The most references one act of looking may list; a page shows no more.
    int REFERENCES_MAX = 1_000;

    /// One act of looking: what kind (`page`, `search`, `export`, `stream`), which route, what was shown, and the
    /// reason given where one is asked.
    record Look(
            ActorId actor, RoleCode role, String kind, String route, List<String> references, Optional<String> reason) {
        public Look {
            references = List.copyOf(references);
            if (references.size() > REFERENCES_MAX) {
                throw new IllegalArgumentException("An act of looking shows at most %d references, not %d."
                        .formatted(REFERENCES_MAX, references.size()));
            }
        }
    }

    /// Commits the entry, then returns its position in the looking-log.
    long record(Look look);
}

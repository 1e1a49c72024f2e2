package org.bluelamp.desks;

import java.util.Optional;
import org.bluelamp.kernel.ActorId;

/// Who owns the next action of what lies with a desk: the desk asked about, the desk where its holder is (another one
/// where somebody covers), and the person. Empty only in a service nobody belongs to.
public record Holder(DeskCode asked, DeskCode desk, Optional<ActorId> person) {
    /// Whether somebody at another desk, or on call, covers it.
    public boolean covering() {
        return !asked.equals(desk);
    }
}

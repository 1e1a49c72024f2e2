package org.bluelamp.desks;

import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;

/// A slot: how much is open in the room. Filled by the module that has the work.
public interface HeldWork {

    /// How many open incidents lie in a borough, or in none that is known, and were given to a desk by hand, or
    /// to none.
    record Portion(Optional<BoroughCode> borough, Optional<DeskCode> byHand, int open) {}

    List<Portion> open();
}

package org.bluelamp.simulation.internal;

import java.time.Instant;

/// Somebody of the demo world, or several who do the same: looks at what there is and does what is next, by the same
/// requests as a page.
interface Actor {
    /// Does what is due at `now` on the service clock; asked again and again, a few times a second.
    void act(Instant now);
}

package org.bluelamp.people;

import java.util.Optional;
import java.util.Set;
import org.bluelamp.console.Viewer;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;

/// Who may see one record, beyond what the route asks: control-room roles the whole service; borough roles their own
/// borough and what is near it; others for a stated reason, which is logged; a restricted record its named people only.
public final class Access {
    private Access() {}

    /// Whose a record is: the borough that owns it (none while it is not known), boroughs it lies near, and, where it
    /// is restricted, the people named on it.
    public record Whose(Optional<BoroughCode> owner, Set<BoroughCode> near, Optional<Set<ActorId>> restrictedTo) {
        public Whose {
            near = Set.copyOf(near);
            restrictedTo = restrictedTo.map(Set::copyOf);
        }
    }

    /// What the answer is.
    public enum Sight {
        /// Shown as it is.
        SEES,
        /// Shown once a reason is given, which the looking-log keeps.
        WITH_REASON,
        /// Not shown, and not said to exist.
        NOT
    }

    /// Errors: never throws.
    /// Source: issue "The control room runs", Control: Visibility; ARCHITECTURE, The journal, "Looking is logged".
    public static Sight maySee(Viewer viewer, Whose whose) {
        if (whose.restrictedTo().isPresent()) {
            return whose.restrictedTo().get().contains(viewer.actor()) ? Sight.SEES : Sight.NOT;
        }
        if (viewer.borough().isEmpty()) {
            return Sight.SEES;
        }
        BoroughCode own = viewer.borough().get();
        boolean ownOrNear =
                whose.owner().map(own::equals).orElse(true) || whose.near().contains(own);
        return ownOrNear ? Sight.SEES : Sight.WITH_REASON;
    }

    /// The same where a reason was given with the request.
    public static boolean sees(Viewer viewer, Whose whose, Optional<String> reason) {
        return switch (maySee(viewer, whose)) {
            case SEES -> true;
            case WITH_REASON -> reason.filter(given -> !given.isBlank()).isPresent();
            case NOT -> false;
        };
    }
}

package org.bluelamp.contact;

import java.util.List;
import org.bluelamp.kernel.IncidentRef;

/// An open incident somebody may be calling about, and why it is offered, in words.
public record PossibleDuplicate(IncidentRef incident, List<String> because) {
    public PossibleDuplicate {
        because = List.copyOf(because);
    }
}

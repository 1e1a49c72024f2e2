package org.bluelamp.control;

import org.bluelamp.kernel.Decision;

/// The way in to incidents for every other module.
public interface Incidents {

    /// Decides and records. The answer to a request key that was used before is the answer given then.
    ///
    /// Errors: `KeyReused` for a key used before for another request; `StaleStream` when others wrote on the same
    /// streams three times in a row.
    Decision<IncidentEvent, IncidentRefusal> handle(IncidentRequest request);
}

package org.bluelamp.control;

import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;

/// The way in to incidents for every other module. What a sight does not reach is not there.
public interface Incidents {
    /// The most open incidents one board shows.
    int BOARD_MAX = 500;

    /// The most open incidents one call answers with.
    int OPEN_MAX = 10_000;

    /// The most incidents one search finds.
    int FOUND_MAX = 50;

    /// The longest text one searches for. Units: characters.
    int SEARCH_CHARACTERS_MAX = 200;

    /// Decides and records. The answer to a request key that was used before is the answer given then.
    ///
    /// Errors: `KeyReused` for a key used before for another request; `StaleStream` when others wrote on the same
    /// streams three times in a row.
    Decision<IncidentEvent, IncidentRefusal> handle(IncidentRequest request);

    Optional<IncidentView> find(IncidentRef incident, Sight sight);

    /// Open incidents in the order of the one queue; `BOARD_MAX` at most.
    List<IncidentView> open(Sight sight);

    /// The first of them; `max` at most, and never more than `OPEN_MAX`.
    List<IncidentView> open(Sight sight, int max);

    /// Incidents whose number, type, place or words are meant by the text, best first; `FOUND_MAX` at most.
    List<IncidentView> search(String text, Sight sight);

    /// The whole log with who did what when, if the sight reaches it.
    Optional<StreamRead<IncidentEvent>> log(IncidentRef incident, Sight sight);

    static StreamId stream(IncidentRef incident) {
        return new StreamId("incident/" + incident);
    }
}

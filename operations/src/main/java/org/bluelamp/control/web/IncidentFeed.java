package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Fragments;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.IncidentRef;
import org.springframework.stereotype.Component;

/// What happens to the board of open incidents while somebody watches it. A restricted incident is never told
/// live, not even to those named on it: one answer serves everybody of a role. They see it when they load the
/// page.
@Component
class IncidentFeed implements LiveFeed<IncidentEvent> {
    private static final ActorId NOBODY = new ActorId("system/live");

    private final Incidents incidents;
    private final Wording wording;
    private final Fragments fragments;

    IncidentFeed(Incidents incidents, Wording wording, Fragments fragments) {
        this.incidents = incidents;
        this.wording = wording;
        this.fragments = fragments;
    }

    @Override
    public String topic() {
        return "incidents";
    }

    @Override
    public String needs() {
        return "incident.read";
    }

    @Override
    public Class<IncidentEvent> follows() {
        return IncidentEvent.class;
    }

    @Override
    public List<RowChange> changes(Recorded<IncidentEvent> recorded, Viewer viewer) {
        IncidentRef ref = recorded.event().incident();
        Sight sight = new Sight(NOBODY, viewer.borough().orElse(null));
        return switch (recorded.event()) {
            case ReportedAfterClose _, IncidentEvent.Coded _ -> List.of();
            case Closed _ ->
                incidents.find(ref, sight).map(IncidentFeed::remove).stream().toList();
            case Restricted restricted -> hidden(restricted, sight).stream().toList();
            case IncidentEvent.Log _,
                    IncidentEvent.Grading _,
                    IncidentEvent.Despatch _,
                    IncidentEvent.Link _,
                    IncidentEvent.Resulted _,
                    IncidentEvent.Reopened _ ->
                incidents.find(ref, sight).filter(IncidentView::open).map(this::put).stream()
                        .toList();
        };
    }

    private RowChange put(IncidentView view) {
        var row = wording.row(view, wording.scheme());
        return new RowChange.Put(row.id(), row.rank(), fragments.html("control/incidentRow", Map.of("row", row)));
    }

    private static RowChange remove(IncidentView view) {
        return new RowChange.Remove(Wording.rowId(view.incident()));
    }

    /// Taken from the screens it stood on, and from no other: those are told nothing of it.
    private Optional<RowChange> hidden(Restricted restricted, Sight sight) {
        return incidents
                .find(restricted.incident(), new Sight(restricted.persons().getFirst(), null))
                .filter(view -> sight.within() == null
                        || view.borough() == null
                        || sight.within().equals(view.borough()))
                .map(IncidentFeed::remove);
    }
}

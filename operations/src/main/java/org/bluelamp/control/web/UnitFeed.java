package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Fragments;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitEvent.Assigned;
import org.bluelamp.control.UnitEvent.CameOn;
import org.bluelamp.control.UnitEvent.Progressed;
import org.bluelamp.control.UnitEvent.Released;
import org.bluelamp.control.UnitEvent.StatusSaid;
import org.bluelamp.control.UnitEvent.WentOff;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.TourRef;
import org.springframework.stereotype.Component;

/// What happens to the resource display while somebody watches it.
@Component
class UnitFeed implements LiveFeed<UnitEvent> {
    private final Units units;
    private final UnitWords words;
    private final Wording wording;
    private final Fragments fragments;

    UnitFeed(Units units, UnitWords words, Wording wording, Fragments fragments) {
        this.units = units;
        this.words = words;
        this.wording = wording;
        this.fragments = fragments;
    }

    @Override
    public String topic() {
        return "units";
    }

    @Override
    public String needs() {
        return "unit.read";
    }

    @Override
    public Class<UnitEvent> follows() {
        return UnitEvent.class;
    }

    @Override
    public List<RowChange> changes(Recorded<UnitEvent> recorded, Viewer viewer) {
        TourRef unit = recorded.event().unit();
        return switch (recorded.event()) {
            case WentOff _ -> List.of(new RowChange.Remove(UnitWords.rowId(unit)));
            case CameOn _, Assigned _, Progressed _, Released _, StatusSaid _ ->
                units.find(unit).filter(view -> seen(view, viewer)).map(this::put).stream()
                        .toList();
        };
    }

    private static boolean seen(UnitView view, Viewer viewer) {
        return viewer.borough().isEmpty()
                || view.borough() == null
                || Optional.of(view.borough()).equals(viewer.borough());
    }

    private RowChange put(UnitView view) {
        var row = words.row(view, wording.statuses());
        return new RowChange.Put(row.id(), row.rank(), fragments.html("control/unitRow", Map.of("row", row)));
    }
}

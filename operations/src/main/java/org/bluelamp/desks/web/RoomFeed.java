package org.bluelamp.desks.web;

import java.util.List;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// Keeps a stream open on every page of somebody who sits at a desk, so that a screen that is gone is noticed. Tells
/// nothing.
@Component
class RoomFeed implements LiveFeed<DeskEvent> {
    @Override
    public String topic() {
        return "room";
    }

    @Override
    public String needs() {
        return "desks.read";
    }

    @Override
    public Class<DeskEvent> follows() {
        return DeskEvent.class;
    }

    @Override
    public List<RowChange> changes(Recorded<DeskEvent> recorded, Viewer viewer) {
        return List.of();
    }
}

package org.bluelamp.desks.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.console.Fragments;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.Desks;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// The desks while somebody watches them. What one person does may change who covers any other desk, so all are told.
@Component
class DeskFeed implements LiveFeed<DeskEvent> {
    private final Desks desks;
    private final DeskWords words;
    private final Fragments fragments;

    DeskFeed(Desks desks, DeskWords words, Fragments fragments) {
        this.desks = desks;
        this.words = words;
        this.fragments = fragments;
    }

    @Override
    public String topic() {
        return "desks";
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
        return words.page().rows(desks.room()).stream()
                .<RowChange>map(row ->
                        new RowChange.Put(row.id(), row.rank(), fragments.html("desks/deskRow", Map.of("row", row))))
                .toList();
    }
}

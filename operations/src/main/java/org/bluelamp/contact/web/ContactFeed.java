package org.bluelamp.contact.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.console.Fragments;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.Abandoned;
import org.bluelamp.contact.ContactEvent.Answered;
import org.bluelamp.contact.ContactEvent.Assessed;
import org.bluelamp.contact.ContactEvent.BecameIncident;
import org.bluelamp.contact.ContactEvent.ChannelPutRight;
import org.bluelamp.contact.ContactEvent.Ended;
import org.bluelamp.contact.ContactEvent.IncidentAsked;
import org.bluelamp.contact.ContactEvent.LinkedAsCaller;
import org.bluelamp.contact.ContactEvent.NotTaken;
import org.bluelamp.contact.ContactEvent.Received;
import org.bluelamp.contact.ContactEvent.TakenOver;
import org.bluelamp.contact.ContactEvent.Told;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.springframework.stereotype.Component;

/// The contacts that wait, while somebody watches the list: they come when they are received and go when somebody
/// answers or the caller gives up.
@Component
class ContactFeed implements LiveFeed<ContactEvent> {
    private static final ActorId NOBODY = new ActorId("system/live");

    private final Contacts contacts;
    private final ContactWording wording;
    private final Fragments fragments;

    ContactFeed(Contacts contacts, ContactWording wording, Fragments fragments) {
        this.contacts = contacts;
        this.wording = wording;
        this.fragments = fragments;
    }

    @Override
    public String topic() {
        return "contacts";
    }

    @Override
    public String needs() {
        return "contact.read";
    }

    @Override
    public Class<ContactEvent> follows() {
        return ContactEvent.class;
    }

    @Override
    public List<RowChange> changes(Recorded<ContactEvent> recorded, Viewer viewer) {
        return switch (recorded.event()) {
            case Received received ->
                contacts
                        .find(
                                received.contact(),
                                new Sight(NOBODY, viewer.borough().orElse(null)))
                        .filter(view -> view.stage() == ContactView.Stage.WAITING)
                        .map(this::put)
                        .stream()
                        .toList();
            case Answered answered -> remove(answered);
            case Abandoned abandoned -> remove(abandoned);
            case TakenOver _,
                    ChannelPutRight _,
                    Told _,
                    Assessed _,
                    IncidentAsked _,
                    NotTaken _,
                    BecameIncident _,
                    LinkedAsCaller _,
                    Ended _ -> List.of();
        };
    }

    private RowChange put(ContactView view) {
        var row = wording.row(view, wording.scheme());
        return new RowChange.Put(row.id(), row.rank(), fragments.html("contact/row", Map.of("row", row)));
    }

    private static List<RowChange> remove(ContactEvent event) {
        return List.of(new RowChange.Remove("contact-" + event.contact()));
    }
}

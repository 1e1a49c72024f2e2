package org.bluelamp.contact.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.BecameIncident;
import org.bluelamp.contact.ContactEvent.LinkedAsCaller;
import org.bluelamp.contact.ContactEvent.NotTaken;
import org.bluelamp.contact.ContactEvent.Told;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRefusal.NotTakenByControl;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.decide.Contact;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.springframework.stereotype.Component;

/// Asks the control room for what a contact is to become, and records its answer. What it asks is read from the
/// record, under a key made from the entry that asked, so that asking again is the same request.
@Component
class ControlRoomAsked {
    private final Journal journal;
    private final Incidents incidents;

    ControlRoomAsked(Journal journal, Incidents incidents) {
        this.journal = journal;
        this.incidents = incidents;
    }

    Decision<ContactEvent, ContactRefusal> carryOut(ContactId contact, CallTaker taker) {
        return Journal.retrying(_ -> {
            StreamRead<ContactEvent> read = journal.read(Contacts.stream(contact), ContactEvent.class);
            if (!(Contact.from(read.events()) instanceof Contact.Asked asked)) {
                // Somebody else at the same moment; the record says what became of it.
                return new Decision.Accepted<>(read.events());
            }
            RequestKey key = ContactActs.key("contact", contact.text(), Long.toString(read.version()));
            return switch (incidents.handle(request(asked, taker.withKey(key)))) {
                case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted ->
                    answered(read, taker, answer(contact, asked, accepted));
                case Decision.Refused<IncidentEvent, IncidentRefusal>(IncidentRefusal refusal) -> {
                    answered(read, taker, new NotTaken(contact, refusal.code()));
                    yield Decision.refuse(new NotTakenByControl(refusal));
                }
            };
        });
    }

    private Decision<ContactEvent, ContactRefusal> answered(
            StreamRead<ContactEvent> read, CallTaker taker, ContactEvent answer) {
        journal.append(Append.by(ContactActs.following(taker)).restingOn(read).write(read.stream(), answer));
        return Decision.accept(answer);
    }

    private static ContactEvent answer(
            ContactId contact, Contact.Asked asked, Decision.Accepted<IncidentEvent, IncidentRefusal> accepted) {
        IncidentRef incident = accepted.events().getFirst().incident();
        return asked.into() == null ? new BecameIncident(contact, incident) : new LinkedAsCaller(contact, incident);
    }

    private static IncidentRequest request(Contact.Asked asked, CallTaker taker) {
        var by = new Asked(new Sight(taker.by(), taker.within()), taker.role(), taker.how(), taker.at(), taker.key());
        Told told = asked.told();
        IncidentRef into = asked.into();
        if (into != null) {
            return new IncidentRequest.LinkCaller(
                    by,
                    into,
                    told.contact().text(),
                    channel(asked.taken().received().channel()),
                    caller(told),
                    anotherCaller(told));
        }
        var assessed = asked.taken().assessed();
        Grade given = assessed == null ? null : assessed.given();
        String type = told.type();
        return new IncidentRequest.Open(
                by,
                type == null ? "" : type,
                given,
                place(told),
                words(told.said()),
                caller(told),
                channel(asked.taken().received().channel()),
                asked.asked().risks().stream().map(ControlRoomAsked::risk).collect(Collectors.toSet()),
                asked.asked().foundBy());
    }

    private static Risk risk(QuestionSet.Risk risk) {
        return switch (risk) {
            case LIFE -> Risk.LIFE;
            case WEAPON -> Risk.WEAPON;
            case VULNERABLE -> Risk.VULNERABLE;
            case REPEAT -> Risk.REPEAT;
        };
    }

    private static PlaceGiven place(Told told) {
        Coordinate point = told.point();
        String locality = told.locality();
        return point == null || locality == null
                ? new PlaceGiven.Described(words(told.place()))
                : new PlaceGiven.Located(
                        words(told.place()), locality, point, told.borough(), told.ward(), told.areas());
    }

    /// The words of a further caller, with where they are where they said so.
    private static String anotherCaller(Told told) {
        String at = words(told.place()).isBlank() ? "" : " (at: %s)".formatted(words(told.place()));
        String line = words(told.said()) + at;
        return line.length() > PersonalText.CHARACTERS_MAX ? line.substring(0, PersonalText.CHARACTERS_MAX) : line;
    }

    private static String caller(Told told) {
        return Stream.of(words(told.number()), words(told.name()))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String words(PersonalText text) {
        return ContactWords.known(text);
    }

    private static Channel channel(ContactChannel channel) {
        return switch (channel) {
            case EMERGENCY_CALL -> Channel.EMERGENCY_CALL;
            case NON_EMERGENCY_CALL, DIRECT_DIAL, VOICEMAIL -> Channel.NON_EMERGENCY_CALL;
            case FRONT_COUNTER -> Channel.FRONT_COUNTER;
            case ONLINE -> Channel.ONLINE;
            case OTHER_AGENCY -> Channel.OTHER_AGENCY;
            case OFFICER -> Channel.SEEN_BY_OFFICER;
        };
    }
}

package org.bluelamp.contact.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.console.Shells;
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
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.web.ContactScreens.Fact;
import org.bluelamp.contact.web.ContactScreens.Line;
import org.bluelamp.control.Incidents;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.people.Looks;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// A contact as the record has it: for one that is over, that waits, or that somebody else has.
@Component
class RecordedPage {
    private final Contacts contacts;
    private final Incidents incidents;
    private final ContactWording wording;
    private final CallTakers takers;
    private final Shells shells;
    private final Looks looks;

    RecordedPage(
            Contacts contacts,
            Incidents incidents,
            ContactWording wording,
            CallTakers takers,
            Shells shells,
            Looks looks) {
        this.contacts = contacts;
        this.incidents = incidents;
        this.wording = wording;
        this.takers = takers;
        this.shells = shells;
        this.looks = looks;
    }

    boolean seen(IncidentRef incident) {
        return incidents.find(incident, takers.sight()).isPresent();
    }

    /// What came with a contact, by the field of the form it belongs into; what was told is newer and goes before.
    Map<String, String> came(ContactId contact) {
        var fields = new HashMap<String, String>();
        for (ContactEvent event :
                contacts.log(contact, takers.sight()).map(StreamRead::events).orElse(List.of())) {
            if (event instanceof Received received) {
                fields.put("channel", received.channel().name());
                put(fields, "number", received.number());
                put(fields, "name", received.name());
                put(fields, "place", received.place());
                put(fields, "said", received.words());
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String field, PersonalText text) {
        switch (text) {
            case PersonalText.Known(String words) -> fields.put(field, words);
            case PersonalText.Withheld _ -> {}
        }
    }

    ModelAndView show(ContactView view) {
        var shell = shells.page("Contact", "contact");
        looks.page(
                "/contacts/{contact}", List.of(Contacts.stream(view.contact()).text()));
        StreamRead<ContactEvent> log =
                contacts.log(view.contact(), takers.sight()).orElseThrow(() -> CallPages.unknown(view.contact()));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "Reached us",
                "by %s, %s".formatted(ContactWording.of(view.channel()), wording.exact(view.receivedAt()))));
        facts.add(new Fact("Taken by", wording.name(view.owner())));
        var told = new Words();
        log.events().forEach(event -> told.take(event, wording));
        facts.addAll(told.facts);
        IncidentRef incident = view.incident();
        boolean takes = takers.viewer().may("contact.take");
        return new ModelAndView(
                "contact/recorded",
                Map.of(
                        "screen",
                        new ContactScreens.Recorded(
                                shell,
                                view.contact().text(),
                                takers.newKey(),
                                wording.state(view),
                                incident == null ? "" : "/incidents/" + incident,
                                facts,
                                told.said,
                                told.reasons,
                                told.thrive,
                                log.entries().stream().map(this::line).toList(),
                                takes && view.unfinished(),
                                takes && view.stage() == ContactView.Stage.WAITING)));
    }

    private Line line(Recorded<ContactEvent> entry) {
        var at = entry.act().happened().at();
        return new Line(
                wording.minute(at),
                wording.exact(at),
                what(entry.event()),
                wording.name(entry.act().actor()));
    }

    private String what(ContactEvent event) {
        return switch (event) {
            case Received e -> "Reached us by " + ContactWording.of(e.channel());
            case Answered _ -> "Answered";
            case ChannelPutRight e -> "Put right: reached us by " + ContactWording.of(e.channel());
            case Abandoned _ -> "Gave up waiting";
            case TakenOver e -> "Taken over from " + wording.name(e.from());
            case Told _ -> "What was told was written down";
            case Assessed e ->
                e.given().equals(e.recommended())
                        ? "Graded %s, as recommended".formatted(e.given())
                        : "Graded %s, recommended %s".formatted(e.given(), e.recommended());
            case IncidentAsked e -> {
                IncidentRef into = e.into();
                yield into == null
                        ? "The control room was asked to open an incident"
                        : "Told as another caller of " + wording.number(into);
            }
            case NotTaken e -> "The control room did not take it (%s)".formatted(e.code());
            case BecameIncident e -> "Became incident " + wording.number(e.incident());
            case LinkedAsCaller e -> "Another caller of incident " + wording.number(e.incident());
            case Ended e -> "Ended: " + ContactWording.of(e.ending());
        };
    }

    /// What was told and judged, the latest of each.
    private static final class Words {
        private final List<Fact> facts = new ArrayList<>();
        private String said = "";
        private List<String> reasons = List.of();
        private List<Fact> thrive = List.of();

        private void take(ContactEvent event, ContactWording wording) {
            switch (event) {
                case Received received -> said = received.words().orMark();
                case Told told -> {
                    said = told.said().orMark();
                    String type = told.type();
                    facts.add(new Fact(
                            "What", type == null ? "" : wording.scheme().typeLabel(type)));
                    facts.add(new Fact("Where", told.place().orMark()));
                    facts.add(new Fact("Number", told.number().orMark()));
                    facts.add(new Fact("Name", told.name().orMark()));
                }
                case Assessed assessed -> {
                    reasons = assessed.reasons();
                    facts.add(new Fact("Grade", assessed.given().code()));
                    facts.add(new Fact("Differs because", assessed.because().orMark()));
                    thrive = List.of(
                            new Fact("Threat", assessed.threat().orMark()),
                            new Fact("Harm", assessed.harm().orMark()),
                            new Fact("Risk", assessed.risk().orMark()),
                            new Fact("Investigation", assessed.investigation().orMark()),
                            new Fact("Vulnerability", assessed.vulnerability().orMark()),
                            new Fact("Engagement", assessed.engagement().orMark()));
                }
                case Ended ended ->
                    facts.add(new Fact("Ended with", ended.words().orMark()));
                case Answered _,
                        ChannelPutRight _,
                        Abandoned _,
                        TakenOver _,
                        IncidentAsked _,
                        NotTaken _,
                        BecameIncident _,
                        LinkedAsCaller _ -> {}
            }
        }
    }
}

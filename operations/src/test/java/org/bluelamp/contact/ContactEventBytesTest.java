package org.bluelamp.contact;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.bluelamp.contact.QuestionSet.Risk;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class ContactEventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final ContactId CONTACT = new ContactId("c-00000000000004d2");
    private static final IncidentRef REF = IncidentRef.of("2026-11-22-1184");
    private static final PersonalText NOTHING = PersonalText.of("");

    @Test
    void every_event_of_a_contact_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("contact", ContactEvent.class),
                new Received(
                        CONTACT,
                        ContactChannel.ONLINE,
                        Instant.parse("2026-11-22T20:56:00Z"),
                        PersonalText.of("07700 900441"),
                        PersonalText.of("Sam Lantern"),
                        PersonalText.of("21 Rupert Street"),
                        PersonalText.of("my bicycle is gone")),
                new Answered(CONTACT, new ActorId("p-101")),
                new ChannelPutRight(CONTACT, ContactChannel.VOICEMAIL),
                new Abandoned(CONTACT),
                new TakenOver(CONTACT, new ActorId("p-101"), new ActorId("p-202")),
                new Told(
                        CONTACT,
                        "FIGHT",
                        "Rupert Street, West End, Westminster",
                        new Coordinate(51_511_400, -132_900),
                        new BoroughCode("E09000033"),
                        "E05013808",
                        "2022-05",
                        PersonalText.of("07700 900441"),
                        PersonalText.of("Sam Lantern"),
                        PersonalText.of("21 Rupert Street"),
                        PersonalText.of("two groups, one has a machete")),
                new Told(CONTACT, null, null, null, null, null, null, NOTHING, NOTHING, NOTHING, NOTHING),
                new Assessed(
                        CONTACT,
                        Map.of("WEAPON", "YES", "HURT", "SLIGHT"),
                        7,
                        new Grade("I"),
                        List.of("usual for its type: at least I"),
                        new Grade("S"),
                        2,
                        PersonalText.of("both groups have gone"),
                        PersonalText.of("machete"),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        PersonalText.of("a child watches"),
                        NOTHING),
                new IncidentAsked(CONTACT, null, List.of(Risk.WEAPON, Risk.REPEAT), TourRef.of("2026-11-22-MP12-1")),
                new IncidentAsked(CONTACT, REF, List.of(), null),
                new NotTaken(CONTACT, "control/unknown-type"),
                new BecameIncident(CONTACT, REF),
                new LinkedAsCaller(CONTACT, REF),
                new Ended(CONTACT, Ending.SIGNPOSTED, PersonalText.of("to the council's noise line")));
    }
}

package org.bluelamp.contact.internal;

import java.util.Optional;
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
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What contacts are looked up by (number, address) and what was said in them: a projection, changed with the entry
/// itself. Rebuilt, it has no words that were withheld; `ContactWordsWithheld` takes them out when it happens.
@Repository
class ContactWords implements Projection<ContactEvent> {
    static final String INSERT = """
            insert into contact.contact_words (position, contact, number, address, borough, words)
            values (:position, :contact, :number, :address, :borough, :words)
            """;
    static final String CLEAR = "delete from contact.contact_words";

    private final JdbcClient jdbc;

    ContactWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "contact/contact-words";
    }

    @Override
    public Class<ContactEvent> follows() {
        return ContactEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    @Override
    public void on(Recorded<ContactEvent> recorded) {
        switch (recorded.event()) {
            case Received e -> insert(recorded, e.number(), e.place(), null, e.words());
            case Told e -> insert(recorded, e.number(), e.place(), e.borough(), e.said());
            case Answered _,
                    ChannelPutRight _,
                    Abandoned _,
                    TakenOver _,
                    Assessed _,
                    IncidentAsked _,
                    NotTaken _,
                    BecameIncident _,
                    LinkedAsCaller _,
                    Ended _ -> {}
        }
    }

    private void insert(
            Recorded<ContactEvent> recorded,
            PersonalText number,
            PersonalText place,
            @Nullable BoroughCode borough,
            PersonalText words) {
        String called = normal(Identity.Kind.NUMBER, number, borough);
        String address = normal(Identity.Kind.ADDRESS, place, borough);
        String said = known(words);
        if (called.isEmpty() && address.isEmpty() && said.isBlank()) {
            return;
        }
        jdbc.sql(INSERT)
                .param("position", recorded.position())
                .param("contact", recorded.event().contact().text())
                .param("number", called)
                .param("address", address)
                .param("borough", borough == null ? null : borough.code())
                .param("words", said)
                .update();
    }

    private static String normal(Identity.Kind kind, PersonalText text, @Nullable BoroughCode borough) {
        return Optional.of(known(text))
                .flatMap(words -> Identity.of(kind, words, borough))
                .map(Identity::normal)
                .orElse("");
    }

    static String known(PersonalText text) {
        return switch (text) {
            case PersonalText.Known(String words) -> words;
            case PersonalText.Withheld _ -> "";
        };
    }
}

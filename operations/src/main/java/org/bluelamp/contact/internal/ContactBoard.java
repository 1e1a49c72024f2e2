package org.bluelamp.contact.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bluelamp.contact.ContactChannel;
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
import org.bluelamp.contact.ContactView.Stage;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.Ending;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every contact in one row without personal data: a projection, changed with the entry itself. With the end of a
/// contact its working paper goes, in the same transaction.
@Repository
class ContactBoard implements Projection<ContactEvent> {
    static final String INSERT = """
            insert into contact.contact (contact, channel, urgency, stage, received_at)
            values (:contact, :channel, :urgency, 'WAITING', :at)
            """;
    static final String OWNED = """
            update contact.contact
               set stage = 'TAKEN', owner = :owner, answered_at = coalesce(answered_at, :at)
             where contact = :contact
            """;
    static final String CHANNEL = """
            update contact.contact
               set channel = :channel, urgency = :urgency
             where contact = :contact
            """;
    static final String HANDED_OVER = "update contact.contact set owner = :owner where contact = :contact";
    static final String TOLD = """
            update contact.contact
               set type = :type, borough = :borough, locality = :locality
             where contact = :contact
            """;
    static final String ASSESSED = """
            update contact.contact
               set grade = :grade, recommended = :recommended, thrive = :thrive
             where contact = :contact
            """;
    static final String STAGE = "update contact.contact set stage = :stage where contact = :contact";
    static final String OVER = """
            update contact.contact
               set stage = :stage, ending = :ending, incident = :incident, ended_at = :at
             where contact = :contact
            """;
    static final String CLEAR = "delete from contact.contact";
    static final String FIND = """
            select c.contact, c.channel, c.stage, c.received_at, c.answered_at, c.owner, c.type, c.grade, c.borough,
                   c.locality, c.ending, c.incident, c.thrive, c.ended_at, d.saved_at
              from contact.contact c
              left join contact.draft d on d.contact = c.contact
             where c.contact = :contact
               and (cast(:within as text) is null or c.borough = :within or c.owner = :person)
            """;
    static final String LIST = """
            select c.contact, c.channel, c.stage, c.received_at, c.answered_at, c.owner, c.type, c.grade, c.borough,
                   c.locality, c.ending, c.incident, c.thrive, c.ended_at, d.saved_at
              from contact.contact c
              left join contact.draft d on d.contact = c.contact
             where c.stage = any(cast(:stages as text[]))
               and (cast(:within as text) is null or c.borough = :within or c.owner = :person)
             order by c.ended_at desc nulls first, c.urgency, c.received_at, c.contact
             limit :max
            """;
    static final String CALLERS = """
            select c.contact, c.channel, c.stage, c.received_at, c.answered_at, c.owner, c.type, c.grade, c.borough,
                   c.locality, c.ending, c.incident, c.thrive, c.ended_at, d.saved_at
              from contact.contact c
              left join contact.draft d on d.contact = c.contact
             where c.incident = :incident
             order by c.received_at, c.contact
             limit :max
            """;
    static final String EARLIER = """
            select c.contact, c.channel, c.stage, c.received_at, c.answered_at, c.owner, c.type, c.grade, c.borough,
                   c.locality, c.ending, c.incident, c.thrive, c.ended_at, d.saved_at
              from contact.contact c
              left join contact.draft d on d.contact = c.contact
             where c.contact in (
                       select w.contact
                         from contact.contact_words w
                        where w.number = :number and :number <> ''
                           or w.address = :address and :address <> ''
                              and (cast(:borough as text) is null or w.borough is null or w.borough = :borough))
               and c.contact <> :contact and c.received_at > :since
               and (cast(:within as text) is null or c.borough = :within or c.owner = :person)
             order by c.received_at desc, c.contact
             limit :max
            """;

    record Row(
            String contact,
            String channel,
            String stage,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String owner,
            @Nullable String type,
            @Nullable String grade,
            @Nullable String borough,
            @Nullable String locality,
            @Nullable String ending,
            @Nullable String incident,
            int thrive,
            @Nullable OffsetDateTime endedAt,
            @Nullable OffsetDateTime savedAt) {

        ContactView view() {
            return new ContactView(
                    new ContactId(contact),
                    ContactChannel.valueOf(channel),
                    Stage.valueOf(stage),
                    receivedAt.toInstant(),
                    instant(answeredAt),
                    owner == null ? null : new ActorId(owner),
                    type,
                    grade == null ? null : new Grade(grade),
                    borough == null ? null : new BoroughCode(borough),
                    locality,
                    ending == null ? null : Ending.valueOf(ending),
                    incident == null ? null : IncidentRef.of(incident),
                    thrive,
                    instant(endedAt),
                    instant(savedAt));
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
            return at == null ? null : at.toInstant();
        }
    }

    private final JdbcClient jdbc;
    private final Drafts drafts;

    ContactBoard(JdbcClient jdbc, Drafts drafts) {
        this.jdbc = jdbc;
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "contact/contact-board";
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
        Instant at = recorded.act().happened().at();
        switch (recorded.event()) {
            case Received e ->
                update(INSERT, e)
                        .param("channel", e.channel().name())
                        .param("urgency", e.channel().ordinal())
                        .param("at", utc(e.receivedAt()))
                        .update();
            case Answered e ->
                update(OWNED, e)
                        .param("owner", e.by().text())
                        .param("at", utc(at))
                        .update();
            case ChannelPutRight e ->
                update(CHANNEL, e)
                        .param("channel", e.channel().name())
                        .param("urgency", e.channel().ordinal())
                        .update();
            case TakenOver e -> {
                update(HANDED_OVER, e).param("owner", e.by().text()).update();
                drafts.handOver(e.contact(), e.by());
            }
            case Told e -> told(e);
            case Assessed e ->
                update(ASSESSED, e)
                        .param("grade", e.given().code())
                        .param("recommended", e.recommended().code())
                        .param("thrive", e.thrive())
                        .update();
            case IncidentAsked e ->
                update(STAGE, e).param("stage", Stage.ASKED.name()).update();
            case NotTaken e ->
                update(STAGE, e).param("stage", Stage.TAKEN.name()).update();
            case BecameIncident e -> over(e, Stage.INCIDENT, null, e.incident(), at);
            case LinkedAsCaller e -> over(e, Stage.LINKED, null, e.incident(), at);
            case Ended e -> over(e, Stage.ENDED, e.ending(), null, at);
            case Abandoned e -> over(e, Stage.LEFT, null, null, at);
        }
    }

    private void told(Told told) {
        BoroughCode borough = told.borough();
        update(TOLD, told)
                .param("type", told.type())
                .param("borough", borough == null ? null : borough.code())
                .param("locality", told.locality())
                .update();
    }

    private void over(
            ContactEvent event, Stage stage, @Nullable Ending ending, @Nullable IncidentRef incident, Instant at) {
        update(OVER, event)
                .param("stage", stage.name())
                .param("ending", ending == null ? null : ending.name())
                .param("incident", incident == null ? null : incident.toString())
                .param("at", utc(at))
                .update();
        drafts.forget(event.contact().text());
    }

    private JdbcClient.StatementSpec update(String sql, ContactEvent event) {
        return jdbc.sql(sql).param("contact", event.contact().text());
    }

    Optional<ContactView> find(ContactId contact, Sight sight) {
        return seen(FIND, sight)
                .param("contact", contact.text())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    List<ContactView> list(Sight sight, Stage... stages) {
        return views(seen(LIST, sight)
                .param(
                        "stages",
                        java.util.stream.Stream.of(stages).map(Stage::name).toArray(String[]::new))
                .param("max", Contacts.LISTED_MAX));
    }

    List<ContactView> callers(IncidentRef incident) {
        return views(jdbc.sql(CALLERS).param("incident", incident.toString()).param("max", Contacts.LISTED_MAX));
    }

    /// Earlier contacts of a number or of an address; the one not asked for is empty.
    List<ContactView> earlier(ContactId but, Earlier asked, Sight sight, Instant since) {
        return views(seen(EARLIER, sight)
                .param("contact", but.text())
                .param("number", asked.number())
                .param("address", asked.address())
                .param("borough", asked.borough())
                .param("since", utc(since))
                .param("max", Contacts.EARLIER_MAX));
    }

    /// What earlier contacts are looked up by, as it is compared.
    record Earlier(String number, String address, @Nullable String borough) {}

    private static List<ContactView> views(JdbcClient.StatementSpec asked) {
        return asked.query(Row.class).list().stream().map(Row::view).toList();
    }

    private JdbcClient.StatementSpec seen(String sql, Sight sight) {
        BoroughCode within = sight.within();
        return jdbc.sql(sql)
                .param("person", sight.person().text())
                .param("within", within == null ? null : within.code());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package org.bluelamp.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.IncidentAsked;
import org.bluelamp.contact.ContactEvent.Told;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactRequest.Begin;
import org.bluelamp.contact.ContactRequest.Came;
import org.bluelamp.contact.ContactRequest.Finish;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactRequest.Receive;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.ContactView.Stage;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.Ending;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.control.TwoBoroughs;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.Withholding;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactStoreTest {
    private static final Sight ALL = new Sight(new ActorId("p-900001"), null);
    private static TestProgram program;
    private static Contacts contacts;
    private static int keys;

    @BeforeAll
    static void start() {
        program = TestProgram.web(
                List.of("journal", "console", "policy", "people", "persons", "actions", "desks", "control", "contact"),
                TwoBoroughs.class);
        contacts = program.get(Contacts.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void the_sql_is_as_the_database_has_it() {
        SqlContract.check(
                program.database(),
                ContactBoard.class,
                ContactWords.class,
                ContactWordsWithheld.class,
                IncidentsTold.class,
                Drafts.class);
    }

    @Test
    void a_contact_cut_off_while_its_incident_was_opened_is_taken_up_and_opens_one_incident_only() {
        ContactId contact = contacts.newContact();
        contacts.handle(new Begin(taker("p-900001"), contact, ContactChannel.EMERGENCY_CALL, now()));
        Finish finish = finish(contact, taker("p-900001"), "cut off mid-word");
        cutOff(contact, finish);
        assertThat(view(contact).stage()).isEqualTo(Stage.ASKED);
        assertThat(contacts.unfinished(ALL)).extracting(ContactView::contact).contains(contact);
        int before = program.get(Incidents.class).open(ALL).size();
        assertThat(contacts.handle(finish(contact, taker("p-900001"), "cut off mid-word")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(view(contact).stage()).isEqualTo(Stage.INCIDENT);
        assertThat(program.get(Incidents.class).open(ALL)).hasSize(before + 1);
        assertThat(contacts.handle(finish(contact, taker("p-900001"), "once more")))
                .isInstanceOf(Decision.Refused.class);
    }

    /// What the record holds when the program dies between asking the control room and writing its answer.
    private static void cutOff(ContactId contact, Finish finish) {
        Journal journal = program.get(Journal.class);
        var read = journal.read(Contacts.stream(contact), ContactEvent.class);
        Account account = finish.account();
        journal.append(Append.by(ContactActs.of(finish.taker(), List.of()))
                .restingOn(read)
                .write(
                        read.stream(),
                        new Told(
                                contact,
                                account.type(),
                                account.place().locality(),
                                account.place().point(),
                                account.place().borough(),
                                account.place().ward(),
                                account.place().areas(),
                                PersonalText.of(""),
                                PersonalText.of(""),
                                PersonalText.of(account.place().words()),
                                PersonalText.of(account.said())))
                .write(read.stream(), new IncidentAsked(contact, null, List.of(), null)));
    }

    @Test
    void of_two_who_answer_one_call_at_the_same_moment_one_has_it_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 10; round++) {
            ContactId contact = contacts.newContact();
            contacts.handle(new Receive(
                    taker("system/caller"), contact, ContactChannel.NON_EMERGENCY_CALL, now(), Came.NOTHING));
            var asked = new ArrayList<Callable<Decision<ContactEvent, ContactRefusal>>>();
            for (String who : List.of("p-900001", "p-900002")) {
                asked.add(() -> contacts.handle(new ContactRequest.Answer(taker(who), contact)));
            }
            try (var desk = Executors.newFixedThreadPool(2)) {
                long won = desk.invokeAll(asked).stream()
                        .filter(answer -> answer.resultNow() instanceof Decision.Accepted)
                        .count();
                assertThat(won).isEqualTo(1);
            }
        }
    }

    @Test
    void a_draft_is_its_owners_and_goes_when_the_contact_is_over() {
        ContactId contact = contacts.newContact();
        var begin = new Begin(taker("p-900001"), contact, ContactChannel.EMERGENCY_CALL, now());
        assertThat(contacts.save(begin, Map.of("said", "half a wo"))).isPresent();
        var other = new Begin(taker("p-900002"), contact, ContactChannel.EMERGENCY_CALL, now());
        assertThat(contacts.save(other, Map.of("said", "not mine"))).isEmpty();
        assertThat(contacts.draft(contact, ALL).orElseThrow().fields()).isEqualTo(Map.of("said", "half a wo"));
        contacts.handle(end(contact, "p-900001"));
        assertThat(contacts.draft(contact, ALL)).isEmpty();
        assertThat(contacts.save(begin, Map.of("said", "too late"))).isEmpty();
        assertThat(program.get(JdbcClient.class)
                        .sql("select count(*) from contact.draft where contact = :contact")
                        .param("contact", contact.text())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void withheld_words_lead_to_nobody_any_more_neither_at_once_nor_after_a_rebuild() {
        ContactId told = contacts.newContact();
        contacts.handle(finish(told, taker("p-900001"), "07700 900555", "5 Rupert Street", "withheld soon"));
        ContactId typed = contacts.newContact();
        contacts.save(
                new Begin(taker("p-900001"), typed, ContactChannel.EMERGENCY_CALL, now()), Map.of("said", "typed"));
        ContactId next = contacts.newContact();
        var account = new Account("", "07700 900555", "", contacts.place("5 Rupert Street", ""), "");
        assertThat(contacts.beside(next, account, Map.of(), ALL).ofNumber()).isNotEmpty();
        program.get(Withholding.class)
                .withhold(Contacts.stream(told), "erasure", ContactActs.following(taker("p-900001")));
        program.get(Withholding.class)
                .withhold(Contacts.stream(typed), "erasure", ContactActs.following(taker("p-900001")));
        assertThat(contacts.draft(typed, ALL)).isEmpty();
        for (int round = 0; round < 2; round++) {
            assertThat(contacts.beside(next, account, Map.of(), ALL).ofNumber()).isEmpty();
            assertThat(contacts.beside(next, account, Map.of(), ALL).ofAddress())
                    .isEmpty();
            program.get(Followers.class).rebuild("contact/contact-words");
        }
        assertThat(contacts.find(told, ALL))
                .as("that there was a contact stays")
                .isPresent();
    }

    @Test
    void lists_rebuilt_from_the_record_are_what_they_were_kept_live() {
        contacts.handle(finish(contacts.newContact(), taker("p-900001"), "kept the same"));
        contacts.handle(end(contacts.newContact(), "p-900002"));
        List<String> before = rows();
        for (String name : List.of("contact/contact-board", "contact/contact-words", "contact/incidents-told")) {
            program.get(Followers.class).rebuild(name);
        }
        assertThat(rows()).isEqualTo(before);
    }

    private static List<String> rows() {
        JdbcClient jdbc = program.get(JdbcClient.class);
        return Stream.of("contact", "contact_words", "incident_told")
                .flatMap(table -> jdbc
                        .sql("select t::text from contact.%s t order by 1".formatted(table))
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private static Finish end(ContactId contact, String who) {
        return new Finish(
                taker(who),
                contact,
                ContactChannel.NON_EMERGENCY_CALL,
                now(),
                new Account("", "", "", contacts.place("", ""), ""),
                Assessment.NONE,
                new Outcome.End(Ending.QUESTION_ANSWERED, "opens at eight"));
    }

    private static Finish finish(ContactId contact, CallTaker taker, String said) {
        return finish(contact, taker, "", "Rupert Street", said);
    }

    private static Finish finish(ContactId contact, CallTaker taker, String number, String place, String said) {
        return new Finish(
                taker,
                contact,
                ContactChannel.EMERGENCY_CALL,
                now(),
                new Account("FIGHT", number, "", contacts.place(place, ""), said),
                Assessment.NONE,
                new Outcome.OpenIncident(null));
    }

    private static ContactView view(ContactId contact) {
        return contacts.find(contact, ALL).orElseThrow();
    }

    private static Instant now() {
        return program.get(ServiceClock.class).now().minus(Duration.ofSeconds(1));
    }

    private static CallTaker taker(String who) {
        return new CallTaker(
                new ActorId(who),
                new RoleCode("COMMUNICATIONS_OFFICER"),
                null,
                EnteredHow.SCREEN,
                program.get(ServiceClock.class).now(),
                new RequestKey("contact-store-" + who.replace('/', '-') + "-" + ++keys));
    }
}

package org.bluelamp.persons.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.Withholding;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent.SaidBy;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.MemberView;
import org.bluelamp.persons.Persons;
import org.bluelamp.persons.PersonsRequest;
import org.bluelamp.persons.PersonsRequest.Reasons;
import org.bluelamp.persons.WarningView;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonsStoreTest {
    private static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");
    private static final BoroughCode CAMDEN = new BoroughCode("E09000007");
    private static TestProgram program;
    private static Persons persons;
    private static int keys;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "policy.internal", "persons.internal"));
        persons = program.get(Persons.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void the_sql_is_as_the_database_has_it() {
        SqlContract.check(program.database(), IdentityLinks.class, WarningTable.class, PersonsWithheld.class);
    }

    @Test
    void somebody_is_found_by_number_and_address_however_they_are_written_until_the_link_is_withdrawn() {
        MemberRef jo = met(new Identity.Number("07700 900101"), new Identity.Name("Siân Ó Briain"));
        assertThat(members(new Identity.Number("+44 7700 900101"))).containsExactly(jo);
        handle(new PersonsRequest.AssertLink(jo, new Identity.Address("4 Lisson Gr", WESTMINSTER), SaidBy.OFFICER));
        assertThat(members(new Identity.Address("4, lisson gr NW1", null))).containsExactly(jo);
        assertThat(members(new Identity.Address("4 Lisson Gr", CAMDEN)))
                .as("the same words in another borough are another address")
                .isEmpty();
        handle(new PersonsRequest.WithdrawLink(jo, 1, "number passed on"));
        assertThat(members(new Identity.Number("07700900101"))).isEmpty();
        assertThat(persons.find(jo).orElseThrow().links())
                .as("withdrawn, it still stands on the card")
                .anyMatch(link -> link.withdrawn() && link.words().equals("07700 900101"));
    }

    @Test
    void a_name_is_found_however_it_is_spelt() {
        MemberRef member = met(new Identity.Number("07700 900102"), new Identity.Name("Katherine Akinwande"));
        for (String typed : List.of("Katherine Akinwande", "catherine akinwande", "akinwandi", "07700 900 102")) {
            assertThat(persons.search(typed))
                    .as(typed)
                    .extracting(MemberView::member)
                    .contains(member);
        }
        assertThat(persons.search("Zebedee Quill"))
                .extracting(MemberView::member)
                .doesNotContain(member);
    }

    @Test
    void a_warning_is_shown_about_its_number_address_or_person_until_it_ends_or_is_withdrawn() {
        MemberRef member = met(new Identity.Name("Sam Lantern"));
        Instant now = now();
        var address = new Identity.Address("9 Church Street", CAMDEN);
        warn(null, address, "dog in the yard", now.plus(Duration.ofDays(2)));
        warn(member, null, "carries a knife", null);
        assertThat(words(List.of(address), List.of(member), now))
                .containsExactlyInAnyOrder("dog in the yard", "carries a knife");
        assertThat(words(List.of(new Identity.Address("9 Church Street", WESTMINSTER)), List.of(), now))
                .isEmpty();
        assertThat(words(List.of(address), List.of(), now.plus(Duration.ofDays(3))))
                .as("shown until it ends")
                .isEmpty();
        WarningView knife = persons.warnings(List.of(), List.of(member), now).getFirst();
        assertThat(knife.setBy()).isEqualTo(new ActorId("p-101"));
        assertThat(knife.why()).isEqualTo("custody record");
        handle(new PersonsRequest.WithdrawWarning(knife.warning(), "wrong person"));
        assertThat(words(List.of(), List.of(member), now)).isEmpty();
    }

    @Test
    void withheld_words_are_found_no_more_neither_at_once_nor_after_a_rebuild() {
        MemberRef member = met(new Identity.Number("07700 900103"), new Identity.Name("Robin Wickett"));
        var number = new Identity.Number("07700 900104");
        warn(null, number, "persistent caller", null);
        WarningView warning =
                persons.warnings(List.of(number), List.of(), now()).getFirst();
        program.get(Withholding.class).withhold(Persons.stream(member), "erasure request", act());
        program.get(Withholding.class).withhold(Persons.stream(warning.warning()), "erasure request", act());
        for (int round = 0; round < 2; round++) {
            assertThat(members(new Identity.Number("07700 900103"))).isEmpty();
            assertThat(persons.search("Robin Wickett")).isEmpty();
            assertThat(persons.warnings(List.of(number), List.of(), now())).isEmpty();
            assertThat(persons.find(member).orElseThrow().name()).isEqualTo("[withheld]");
            program.get(Followers.class).rebuild("persons/identity-links");
            program.get(Followers.class).rebuild("persons/warnings");
        }
    }

    @Test
    void look_ups_rebuilt_from_the_record_are_what_they_were_kept_live() {
        met(new Identity.Number("07700 900105"), new Identity.Address("1 Kept Road", null));
        warn(null, new Identity.Number("07700 900105"), "kept", null);
        List<String> before = rows();
        program.get(Followers.class).rebuild("persons/identity-links");
        program.get(Followers.class).rebuild("persons/warnings");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_request_sent_twice_is_done_once() {
        MemberRef member = persons.newMember();
        var meet = new PersonsRequest.Meet(member, List.of(new Identity.Number("07700 900106")), SaidBy.THE_PERSON);
        Act act = act();
        assertThat(persons.handle(meet, act)).isEqualTo(persons.handle(meet, act));
        assertThat(persons.find(member).orElseThrow().links()).hasSize(1);
    }

    private static List<String> rows() {
        JdbcClient jdbc = program.get(JdbcClient.class);
        return java.util.stream.Stream.of("identity_link", "warning")
                .flatMap(table -> jdbc
                        .sql("select t::text from persons.%s t order by 1".formatted(table))
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private static MemberRef met(Identity... identities) {
        MemberRef member = persons.newMember();
        handle(new PersonsRequest.Meet(member, List.of(identities), SaidBy.THE_PERSON));
        return member;
    }

    private static void warn(
            @Nullable MemberRef member, @Nullable Identity subject, String words, @Nullable Instant until) {
        handle(new PersonsRequest.SetWarning(
                persons.newWarning(), "VIOLENCE", member, subject, until, new Reasons(words, "custody record"), now()));
    }

    private static void handle(PersonsRequest request) {
        assertThat(persons.handle(request, act())).isInstanceOf(Decision.Accepted.class);
    }

    private static List<MemberRef> members(Identity identity) {
        return persons.knownBy(List.of(identity)).stream()
                .map(MemberView::member)
                .toList();
    }

    private static List<String> words(List<Identity> identities, List<MemberRef> members, Instant at) {
        return persons.warnings(identities, members, at).stream()
                .map(WarningView::words)
                .toList();
    }

    private static Instant now() {
        return program.get(ServiceClock.class).now();
    }

    private static Act act() {
        var happened = new Happened(now(), Happened.Precision.MICROSECOND, "screen");
        return Act.byScreen(new ActorId("p-101"), new RoleCode("COMMUNICATIONS_OFFICER"), happened)
                .withKey(new RequestKey("persons-test-" + ++keys));
    }
}

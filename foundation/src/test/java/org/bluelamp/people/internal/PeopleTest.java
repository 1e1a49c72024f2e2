package org.bluelamp.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Withholding;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static TestProgram program;
    private static People people;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "policy.internal", "people.internal"));
        people = program.get(People.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Act act() {
        return Act.byProgram(
                "test", new Happened(program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test"));
    }

    private static void ask(PersonRequest request) {
        assertThat(people.handle(request, act())).isInstanceOf(Decision.Accepted.class);
    }

    private static PersonId joined(String name) {
        PersonId person = people.nextId();
        ask(new PersonRequest.Join(person, PersonalText.of(name), PersonEvent.Service.OFFICER, "Constable", DAY));
        return person;
    }

    @Test
    void a_person_stands_with_rank_posts_and_line_as_they_are_today() {
        PersonId above = joined("Invented Above");
        PersonId person = joined("Invented Below");
        var camden = new BoroughCode("E09000007");
        ask(new PersonRequest.TakeRank(person, "Sergeant", DAY.plusYears(1)));
        ask(new PersonRequest.Post(
                person, new RoleCode("PATROL_SERGEANT"), new UnitCode("BOCU-CAMDEN"), Optional.of(camden), DAY));
        ask(new PersonRequest.SetLine(person, above, DAY));

        assertThat(people.find(person))
                .contains(new PersonView(
                        person,
                        "Invented Below",
                        PersonEvent.Service.OFFICER,
                        "Sergeant",
                        DAY,
                        Optional.of(above),
                        List.of(new PersonView.Post(
                                1,
                                new RoleCode("PATROL_SERGEANT"),
                                new UnitCode("BOCU-CAMDEN"),
                                Optional.of(camden),
                                DAY))));
        assertThat(people.holding(new RoleCode("PATROL_SERGEANT")))
                .extracting(PersonView::person)
                .containsExactly(person);
        assertThat(people.lineOf(person)).containsExactly(above);
    }

    @Test
    void a_post_that_ended_and_a_person_who_left_are_gone_the_day_after() {
        PersonId person = joined("Invented Leaver");
        ask(new PersonRequest.Post(
                person, new RoleCode("ANALYST"), new UnitCode("HEADQUARTERS"), Optional.empty(), DAY));
        ask(new PersonRequest.EndPost(person, 1, DAY.plusDays(1)));
        assertThat(people.find(person).orElseThrow().posts()).isEmpty();

        ask(new PersonRequest.Leave(person, DAY.plusDays(2)));
        assertThat(people.find(person)).isEmpty();
    }

    @Test
    void a_withheld_name_is_gone_from_the_list_too() throws InterruptedException {
        PersonId person = joined("Invented Forgotten");

        program.get(Withholding.class).withhold(new StreamId("person/" + person), "retention", act());

        for (int i = 0; i < 200 && !name(person).equals("[withheld]"); i++) {
            Thread.sleep(50);
        }
        assertThat(name(person)).isEqualTo("[withheld]");
    }

    private static String name(PersonId person) {
        return people.find(person).map(PersonView::name).orElseThrow();
    }

    @Test
    void the_shipped_roles_have_the_eight_leaders_of_the_papers() {
        assertThat(program.get(Roles.class).all())
                .extracting(role -> role.code().code())
                .contains(
                        "BOROUGH_SMT",
                        "DUTY_OFFICER",
                        "BOROUGH_OPERATIONS_SUPERVISOR",
                        "PATROL_SERGEANT",
                        "SAFER_NEIGHBOURHOODS_SERGEANT",
                        "CONTROL_ROOM_CHIEF_INSPECTOR",
                        "SHIFT_MANAGER",
                        "OM_SUPERVISOR");
        assertThat(program.get(Roles.class)
                        .find(new RoleCode("OVERSIGHT_MEMBER"))
                        .map(Role::scope))
                .contains(Role.Reach.NONE);
    }

    @Test
    void the_statements_fit_the_database() {
        SqlContract.check(program.database(), PersonTable.class, NamesWithheld.class, JournalledPeople.class);
    }
}

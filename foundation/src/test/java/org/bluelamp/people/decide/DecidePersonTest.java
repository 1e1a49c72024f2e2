package org.bluelamp.people.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRefusal;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.Role;
import org.bluelamp.people.UnitCode;
import org.bluelamp.people.decide.DecidePerson.Around;
import org.junit.jupiter.api.Test;

class DecidePersonTest {
    private static final PersonId SERGEANT = PersonId.of(104);
    private static final PersonId INSPECTOR = PersonId.of(7);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final UnitCode CAMDEN = new UnitCode("BOCU-CAMDEN");
    private static final BoroughCode BOROUGH = new BoroughCode("E09000007");
    private static final RoleCode DUTY_OFFICER = new RoleCode("DUTY_OFFICER");
    private static final Role BOUND = new Role(DUTY_OFFICER, "Duty Officer", Role.Reach.BOROUGH, Set.of());
    private static final Role FREE =
            new Role(new RoleCode("SHIFT_MANAGER"), "Shift Manager", Role.Reach.SERVICE, Set.of());
    private static final Around NOTHING = new Around(Optional.empty(), List.of());
    private static final PersonEvent JOINED = new PersonEvent.Joined(
            SERGEANT, PersonalText.of("Invented Name"), PersonEvent.Service.OFFICER, "Sergeant", APRIL);
    private static final Person SERVING = Person.from(List.of(JOINED));

    private static PersonRequest.Post post(Role role, Optional<BoroughCode> borough) {
        return new PersonRequest.Post(SERGEANT, role.code(), CAMDEN, borough, APRIL);
    }

    @Test
    void nobody_joins_without_a_name_and_nobody_joins_twice() {
        var nameless =
                new PersonRequest.Join(SERGEANT, PersonalText.of("  "), PersonEvent.Service.OFFICER, "Sergeant", APRIL);
        var named = new PersonRequest.Join(
                SERGEANT, PersonalText.of("Invented Name"), PersonEvent.Service.OFFICER, "Sergeant", APRIL);

        assertThat(DecidePerson.decide(new Person.NotJoined(), nameless, NOTHING))
                .isEqualTo(refuse(new PersonRefusal.NameMissing(SERGEANT)));
        assertThat(DecidePerson.decide(new Person.NotJoined(), named, NOTHING)).isEqualTo(accept(JOINED));
        assertThat(DecidePerson.decide(SERVING, named, NOTHING))
                .isEqualTo(refuse(new PersonRefusal.AlreadyJoined(SERGEANT)));
    }

    @Test
    void a_role_bound_to_a_borough_is_held_in_one_and_no_other_role_is() {
        assertThat(DecidePerson.decide(
                        SERVING, post(BOUND, Optional.empty()), new Around(Optional.of(BOUND), List.of())))
                .isEqualTo(refuse(new PersonRefusal.BoroughMissing(DUTY_OFFICER)));
        assertThat(DecidePerson.decide(
                        SERVING, post(FREE, Optional.of(BOROUGH)), new Around(Optional.of(FREE), List.of())))
                .isEqualTo(refuse(new PersonRefusal.BoroughNotWanted(FREE.code())));
        assertThat(DecidePerson.decide(SERVING, post(BOUND, Optional.of(BOROUGH)), NOTHING))
                .isEqualTo(refuse(new PersonRefusal.UnknownRole(DUTY_OFFICER)));
        assertThat(DecidePerson.decide(
                        SERVING, post(BOUND, Optional.of(BOROUGH)), new Around(Optional.of(BOUND), List.of())))
                .isEqualTo(
                        accept(new PersonEvent.Posted(SERGEANT, 1, DUTY_OFFICER, CAMDEN, Optional.of(BOROUGH), APRIL)));
    }

    @Test
    void posts_are_numbered_once_even_when_one_has_ended() {
        Person moved = Person.from(List.of(
                JOINED,
                new PersonEvent.Posted(SERGEANT, 1, FREE.code(), CAMDEN, Optional.empty(), APRIL),
                new PersonEvent.PostEnded(SERGEANT, 1, APRIL.plusDays(9))));

        assertThat(DecidePerson.decide(moved, post(FREE, Optional.empty()), new Around(Optional.of(FREE), List.of())))
                .isEqualTo(accept(new PersonEvent.Posted(SERGEANT, 2, FREE.code(), CAMDEN, Optional.empty(), APRIL)));
        assertThat(DecidePerson.decide(moved, new PersonRequest.EndPost(SERGEANT, 1, APRIL), NOTHING))
                .isEqualTo(refuse(new PersonRefusal.UnknownPost(SERGEANT, 1)));
    }

    @Test
    void nobody_answers_to_somebody_who_answers_to_them() {
        var line = new PersonRequest.SetLine(SERGEANT, INSPECTOR, APRIL);

        assertThat(DecidePerson.decide(SERVING, line, new Around(Optional.empty(), List.of(PersonId.of(2), SERGEANT))))
                .isEqualTo(refuse(new PersonRefusal.LineInCircle(SERGEANT, INSPECTOR)));
        assertThat(DecidePerson.decide(SERVING, new PersonRequest.SetLine(SERGEANT, SERGEANT, APRIL), NOTHING))
                .isEqualTo(refuse(new PersonRefusal.LineInCircle(SERGEANT, SERGEANT)));
        assertThat(DecidePerson.decide(SERVING, line, NOTHING))
                .isEqualTo(accept(new PersonEvent.LineSet(SERGEANT, INSPECTOR, APRIL)));
    }

    @Test
    void who_has_left_takes_no_post() {
        Person gone = SERVING.after(new PersonEvent.Left(SERGEANT, APRIL.plusDays(30)));

        assertThat(DecidePerson.decide(gone, post(FREE, Optional.empty()), NOTHING))
                .isEqualTo(refuse(new PersonRefusal.HasLeft(SERGEANT, APRIL.plusDays(30))));
        assertThat(DecidePerson.decide(SERVING, new PersonRequest.Leave(SERGEANT, APRIL.minusDays(1)), NOTHING))
                .isEqualTo(refuse(new PersonRefusal.DatesWrongWay(APRIL, APRIL.minusDays(1))));
    }
}

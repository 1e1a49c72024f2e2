package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.junit.jupiter.api.Test;

/// Whom the people of the demonstration answer to.
class LineOfCommandTest {
    private static final People PEOPLE = RunningProgram.shared().get(People.class);

    /// The roles from this person up, with the borough where it is the same all the way.
    private static List<String> lineAbove(PersonView person) {
        var line = new ArrayList<String>();
        Optional<PersonView> at = Optional.of(person);
        while (at.isPresent()) {
            PersonView.Post post = at.get().posts().getFirst();
            assertThat(post.borough()).isEqualTo(person.posts().getFirst().borough());
            line.add(post.role().code());
            at = at.get()
                    .answersTo()
                    .flatMap(above -> PEOPLE.all().stream()
                            .filter(one -> one.person().equals(above))
                            .findFirst());
        }
        return line;
    }

    private static void assertLine(String... roles) {
        List<PersonView> holders = PEOPLE.holding(new RoleCode(roles[0]));
        assertThat(holders)
                .isNotEmpty()
                .allSatisfy(person -> assertThat(lineAbove(person)).containsExactly(roles));
    }

    @Test
    void a_borough_is_one_tree_from_its_senior_management_to_its_constables() {
        assertLine("RESPONSE_OFFICER", "PATROL_SERGEANT", "DUTY_OFFICER", "BOROUGH_SMT");
        assertLine("BOROUGH_OPERATIONS_SUPERVISOR", "DUTY_OFFICER", "BOROUGH_SMT");
        assertLine("SAFER_NEIGHBOURHOODS_SERGEANT", "BOROUGH_SMT");
    }

    @Test
    void the_control_room_is_one_tree_from_its_chief_inspector_to_those_who_take_calls() {
        assertLine("COMMUNICATIONS_OFFICER", "OM_SUPERVISOR", "SHIFT_MANAGER", "CONTROL_ROOM_CHIEF_INSPECTOR");
    }
}

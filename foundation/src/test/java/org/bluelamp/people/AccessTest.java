package org.bluelamp.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.bluelamp.console.Viewer;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.Access.Sight;
import org.bluelamp.people.Access.Whose;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final BoroughCode CAMDEN = new BoroughCode("E09000007");
    private static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");

    private static Viewer viewer(String person, Optional<BoroughCode> borough) {
        return new Viewer(new ActorId(person), "Invented", new RoleCode("ANY"), "Any", borough, Set.of());
    }

    private static Whose of(BoroughCode owner, BoroughCode... near) {
        return new Whose(Optional.of(owner), Set.of(near), Optional.empty());
    }

    @Test
    void the_control_room_sees_the_whole_service() {
        assertThat(Access.maySee(viewer("p-1", Optional.empty()), of(CAMDEN))).isEqualTo(Sight.SEES);
    }

    @Test
    void a_borough_sees_its_own_and_what_is_near_and_the_rest_for_a_reason() {
        Viewer camden = viewer("p-2", Optional.of(CAMDEN));

        assertThat(Access.maySee(camden, of(CAMDEN))).isEqualTo(Sight.SEES);
        assertThat(Access.maySee(camden, of(WESTMINSTER, CAMDEN))).isEqualTo(Sight.SEES);
        assertThat(Access.maySee(camden, of(WESTMINSTER))).isEqualTo(Sight.WITH_REASON);
        assertThat(Access.sees(camden, of(WESTMINSTER), Optional.of(" "))).isFalse();
        assertThat(Access.sees(camden, of(WESTMINSTER), Optional.of("Same suspect.")))
                .isTrue();
    }

    @Test
    void a_restricted_record_is_seen_by_the_people_named_on_it_and_nobody_else() {
        var restricted = new Whose(Optional.of(CAMDEN), Set.of(), Optional.of(Set.of(new ActorId("p-9"))));

        assertThat(Access.maySee(viewer("p-9", Optional.of(WESTMINSTER)), restricted))
                .isEqualTo(Sight.SEES);
        assertThat(Access.maySee(viewer("p-1", Optional.empty()), restricted)).isEqualTo(Sight.NOT);
        assertThat(Access.sees(viewer("p-2", Optional.of(CAMDEN)), restricted, Optional.of("Please.")))
                .isFalse();
    }
}

package org.bluelamp.people.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bluelamp.kernel.Decision;
import org.bluelamp.people.CommandUnitEvent;
import org.bluelamp.people.CommandUnitRefusal;
import org.bluelamp.people.CommandUnitRequest;
import org.bluelamp.people.UnitCode;
import org.junit.jupiter.api.Test;

class DecideUnitTest {
    private static final UnitCode SERVICE = new UnitCode("SERVICE");
    private static final UnitCode CAMDEN = new UnitCode("BOCU-CAMDEN");
    private static final UnitCode RESPONSE = new UnitCode("CAMDEN-RESPONSE");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final int CASES = 1_000;
    private static final long SEED = 20261122;

    private static final List<CommandUnitEvent> FORMED = List.of(
            new CommandUnitEvent.Formed(SERVICE, "The service", Optional.empty(), APRIL),
            new CommandUnitEvent.Formed(CAMDEN, "Camden", Optional.of(SERVICE), APRIL),
            new CommandUnitEvent.Formed(RESPONSE, "Camden response", Optional.of(CAMDEN), APRIL));

    private static Decision<CommandUnitEvent, CommandUnitRefusal> decide(CommandUnitRequest request) {
        return DecideUnit.decide(UnitTree.from(FORMED), request);
    }

    @Test
    void a_unit_is_formed_once_and_below_one_that_serves_then() {
        assertThat(decide(new CommandUnitRequest.Form(CAMDEN, "Again", Optional.empty(), MAY)))
                .isEqualTo(refuse(new CommandUnitRefusal.UnitExists(CAMDEN)));
        var early = APRIL.minusDays(1);
        assertThat(decide(new CommandUnitRequest.Form(new UnitCode("NEW"), "New", Optional.of(CAMDEN), early)))
                .isEqualTo(refuse(new CommandUnitRefusal.NoSuchUnit(CAMDEN, early)));
    }

    @Test
    void a_unit_never_stands_below_one_it_stands_above() {
        assertThat(decide(new CommandUnitRequest.Move(CAMDEN, RESPONSE, MAY)))
                .isEqualTo(refuse(new CommandUnitRefusal.UnitInCircle(CAMDEN, RESPONSE)));
        assertThat(decide(new CommandUnitRequest.Move(CAMDEN, CAMDEN, MAY)))
                .isEqualTo(refuse(new CommandUnitRefusal.UnitInCircle(CAMDEN, CAMDEN)));
        assertThat(decide(new CommandUnitRequest.Move(RESPONSE, SERVICE, MAY)))
                .isEqualTo(accept(new CommandUnitEvent.Moved(RESPONSE, SERVICE, MAY)));
    }

    @Test
    void an_area_is_covered_from_a_day_to_a_day_and_by_several_units() {
        var tree = UnitTree.from(FORMED).after(new CommandUnitEvent.Covered(CAMDEN, "borough", "E09000007", APRIL));
        assertThat(DecideUnit.decide(tree, new CommandUnitRequest.Cover(CAMDEN, "borough", "E09000007", MAY)))
                .isEqualTo(refuse(new CommandUnitRefusal.CoveredBefore(CAMDEN, "E09000007")));
        assertThat(DecideUnit.decide(tree, new CommandUnitRequest.Cover(RESPONSE, "borough", "E09000007", MAY)))
                .isEqualTo(accept(new CommandUnitEvent.Covered(RESPONSE, "borough", "E09000007", MAY)));
        assertThat(DecideUnit.decide(tree, new CommandUnitRequest.EndCover(RESPONSE, "borough", "E09000007", MAY)))
                .isEqualTo(refuse(new CommandUnitRefusal.NotCovered(RESPONSE, "E09000007", MAY)));
        var ended = tree.after(new CommandUnitEvent.CoverEnded(CAMDEN, "borough", "E09000007", MAY));
        assertThat(DecideUnit.decide(
                        ended, new CommandUnitRequest.Cover(CAMDEN, "borough", "E09000007", MAY.plusDays(1))))
                .isEqualTo(accept(new CommandUnitEvent.Covered(CAMDEN, "borough", "E09000007", MAY.plusDays(1))));
    }

    @Test
    void a_unit_is_not_disbanded_while_others_stand_below_it() {
        assertThat(decide(new CommandUnitRequest.Disband(CAMDEN, MAY)))
                .isEqualTo(refuse(new CommandUnitRefusal.HasUnitsBelow(CAMDEN, RESPONSE)));
        assertThat(decide(new CommandUnitRequest.Disband(RESPONSE, MAY)))
                .isEqualTo(accept(new CommandUnitEvent.Disbanded(RESPONSE, MAY)));
    }

    @Test
    void whatever_is_asked_no_day_ever_has_a_circle_or_a_unit_below_one_that_is_gone() {
        var random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            var tree = new UnitTree(java.util.Map.of());
            var asked = new ArrayList<CommandUnitRequest>();
            for (int step = 0; step < 12; step++) {
                CommandUnitRequest request = request(random);
                asked.add(request);
                if (DecideUnit.decide(tree, request)
                        instanceof Decision.Accepted<CommandUnitEvent, CommandUnitRefusal>(var events)) {
                    for (CommandUnitEvent event : events) {
                        tree = tree.after(event);
                    }
                }
            }
            holds(tree, "seed %d, case %d: %s".formatted(SEED, i, asked));
        }
    }

    private static void holds(UnitTree tree, String told) {
        for (int days = 0; days < 9; days++) {
            LocalDate day = APRIL.plusDays(days);
            for (var entry : tree.units().entrySet()) {
                if (entry.getValue().serves(day)) {
                    Optional<UnitCode> above = entry.getValue().under(day);
                    assertThat(above.map(code -> tree.isAbove(entry.getKey(), code, day))
                                    .orElse(false))
                            .as(told)
                            .isFalse();
                    assertThat(above.map(code -> tree.serving(code, day).isPresent())
                                    .orElse(true))
                            .as(told)
                            .isTrue();
                }
            }
        }
    }

    private static CommandUnitRequest request(Random random) {
        var unit = new UnitCode("U" + random.nextInt(4));
        var other = new UnitCode("U" + random.nextInt(4));
        LocalDate day = APRIL.plusDays(random.nextInt(6));
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new CommandUnitRequest.Form(
                        unit, "label", random.nextBoolean() ? Optional.of(other) : Optional.empty(), day);
            case 2, 3 -> new CommandUnitRequest.Move(unit, other, day);
            case 4 -> new CommandUnitRequest.Disband(unit, day);
            default -> new CommandUnitRequest.Cover(unit, "borough", "E09000007", day);
        };
    }
}

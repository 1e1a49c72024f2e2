package org.bluelamp.people.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.Optional;
import org.bluelamp.kernel.Decision;
import org.bluelamp.people.CommandUnitEvent;
import org.bluelamp.people.CommandUnitRefusal;
import org.bluelamp.people.CommandUnitRequest;
import org.bluelamp.people.UnitCode;

/// Decides what may happen to the tree of command units.
public final class DecideUnit {
    private DecideUnit() {}

    /// Units: whole days of the service, first and last both counted.
    /// Errors: never throws; refuses a unit formed before or not serving on the day, a place below one that ends,
    /// a circle on that day or any later one, a move before the last, an area covered twice or not at all, the end
    /// of a unit with others below.
    /// Source: ARCHITECTURE, Rules (command units and areas are two dated trees, joined many to many).
    public static Decision<CommandUnitEvent, CommandUnitRefusal> decide(UnitTree tree, CommandUnitRequest request) {
        return switch (request) {
            case CommandUnitRequest.Form form -> form(tree, form);
            case CommandUnitRequest.Move move -> move(tree, move);
            case CommandUnitRequest.Cover cover -> cover(tree, cover);
            case CommandUnitRequest.EndCover end -> endCover(tree, end);
            case CommandUnitRequest.Disband disband -> disband(tree, disband);
        };
    }

    private static Decision<CommandUnitEvent, CommandUnitRefusal> form(UnitTree tree, CommandUnitRequest.Form form) {
        if (tree.units().containsKey(form.unit())) {
            return refuse(new CommandUnitRefusal.UnitExists(form.unit()));
        }
        Optional<UnitCode> missing = form.under().filter(under -> !staysFrom(tree, under, form.from()));
        return missing.isPresent()
                ? refuse(new CommandUnitRefusal.NoSuchUnit(missing.get(), form.from()))
                : accept(new CommandUnitEvent.Formed(form.unit(), form.label(), form.under(), form.from()));
    }

    /// Whether a unit serves from this day on without a known end, so that others may stand below it.
    private static boolean staysFrom(UnitTree tree, UnitCode unit, LocalDate day) {
        return tree.serving(unit, day)
                .filter(found -> found.lastDay().isEmpty())
                .isPresent();
    }

    private static Decision<CommandUnitEvent, CommandUnitRefusal> move(UnitTree tree, CommandUnitRequest.Move move) {
        Optional<UnitTree.Unit> unit = tree.serving(move.unit(), move.from());
        if (unit.isEmpty()) {
            return refuse(new CommandUnitRefusal.NoSuchUnit(move.unit(), move.from()));
        }
        if (!staysFrom(tree, move.under(), move.from())) {
            return refuse(new CommandUnitRefusal.NoSuchUnit(move.under(), move.from()));
        }
        LocalDate placedFrom = unit.get().places().getLast().from();
        if (move.from().isBefore(placedFrom)) {
            return refuse(new CommandUnitRefusal.UnitHasLaterPlace(move.unit(), placedFrom));
        }
        boolean circle = tree.turningDays(move.from()).anyMatch(day -> tree.isAbove(move.unit(), move.under(), day));
        return circle
                ? refuse(new CommandUnitRefusal.UnitInCircle(move.unit(), move.under()))
                : accept(new CommandUnitEvent.Moved(move.unit(), move.under(), move.from()));
    }

    private static Decision<CommandUnitEvent, CommandUnitRefusal> cover(UnitTree tree, CommandUnitRequest.Cover cover) {
        Optional<UnitTree.Unit> unit = tree.serving(cover.unit(), cover.from());
        if (unit.isEmpty()) {
            return refuse(new CommandUnitRefusal.NoSuchUnit(cover.unit(), cover.from()));
        }
        boolean before = unit.get().covers().stream()
                .anyMatch(held -> held.isOf(cover.areaKind(), cover.areaCode())
                        && held.lastDay()
                                .map(last -> !last.isBefore(cover.from()))
                                .orElse(true));
        return before
                ? refuse(new CommandUnitRefusal.CoveredBefore(cover.unit(), cover.areaCode()))
                : accept(new CommandUnitEvent.Covered(cover.unit(), cover.areaKind(), cover.areaCode(), cover.from()));
    }

    private static Decision<CommandUnitEvent, CommandUnitRefusal> endCover(
            UnitTree tree, CommandUnitRequest.EndCover end) {
        boolean covered = tree.serving(end.unit(), end.lastDay()).stream()
                .flatMap(unit -> unit.covers().stream())
                .anyMatch(held -> held.isOf(end.areaKind(), end.areaCode())
                        && held.lastDay().isEmpty()
                        && held.holds(end.lastDay()));
        return covered
                ? accept(new CommandUnitEvent.CoverEnded(end.unit(), end.areaKind(), end.areaCode(), end.lastDay()))
                : refuse(new CommandUnitRefusal.NotCovered(end.unit(), end.areaCode(), end.lastDay()));
    }

    private static Decision<CommandUnitEvent, CommandUnitRefusal> disband(
            UnitTree tree, CommandUnitRequest.Disband disband) {
        Optional<UnitTree.Unit> unit = tree.serving(disband.unit(), disband.lastDay());
        if (unit.isEmpty() || unit.get().lastDay().isPresent()) {
            return refuse(new CommandUnitRefusal.NoSuchUnit(disband.unit(), disband.lastDay()));
        }
        LocalDate after = disband.lastDay().plusDays(1);
        Optional<UnitCode> below = tree.units().keySet().stream()
                .filter(code -> tree.turningDays(after)
                        .anyMatch(day -> tree.serving(code, day)
                                .flatMap(found -> found.under(day))
                                .filter(disband.unit()::equals)
                                .isPresent()))
                .min(java.util.Comparator.comparing(UnitCode::code));
        return below.isPresent()
                ? refuse(new CommandUnitRefusal.HasUnitsBelow(disband.unit(), below.get()))
                : accept(new CommandUnitEvent.Disbanded(disband.unit(), disband.lastDay()));
    }
}

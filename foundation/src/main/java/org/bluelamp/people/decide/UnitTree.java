package org.bluelamp.people.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bluelamp.people.CommandUnitEvent;
import org.bluelamp.people.UnitCode;

/// The tree of command units with its dates, folded from what happened to it.
public record UnitTree(Map<UnitCode, Unit> units) {

    /// A unit: its places in order of day, and what it covers or covered.
    public record Unit(
            String label, LocalDate from, Optional<LocalDate> lastDay, List<Place> places, List<Cover> covers) {
        public Unit {
            places = List.copyOf(places);
            covers = List.copyOf(covers);
        }

        public boolean serves(LocalDate day) {
            return !day.isBefore(from)
                    && lastDay.map(last -> !day.isAfter(last)).orElse(true);
        }

        public Optional<UnitCode> under(LocalDate day) {
            return places.reversed().stream()
                    .filter(place -> !place.from().isAfter(day))
                    .findFirst()
                    .flatMap(Place::under);
        }
    }

    /// From this day below another unit, or at the top.
    public record Place(Optional<UnitCode> under, LocalDate from) {}

    /// An area covered from a day, and until a day once that is known.
    public record Cover(String areaKind, String areaCode, LocalDate from, Optional<LocalDate> lastDay) {
        public boolean holds(LocalDate day) {
            return !day.isBefore(from)
                    && lastDay.map(last -> !day.isAfter(last)).orElse(true);
        }

        boolean isOf(String kind, String code) {
            return areaKind.equals(kind) && areaCode.equals(code);
        }
    }

    public UnitTree {
        units = Map.copyOf(units);
    }

    public static UnitTree from(List<CommandUnitEvent> events) {
        var tree = new UnitTree(Map.of());
        for (CommandUnitEvent event : events) {
            tree = tree.after(event);
        }
        return tree;
    }

    public Optional<Unit> serving(UnitCode unit, LocalDate day) {
        return Optional.ofNullable(units.get(unit)).filter(found -> found.serves(day));
    }

    /// Whether `above` stands anywhere above `unit` on a day, or is it.
    boolean isAbove(UnitCode above, UnitCode unit, LocalDate day) {
        Optional<UnitCode> at = Optional.of(unit);
        for (int steps = 0; at.isPresent() && steps <= units.size(); steps++) {
            if (at.get().equals(above)) {
                return true;
            }
            at = Optional.ofNullable(units.get(at.get())).flatMap(found -> found.under(day));
        }
        return false;
    }

    /// The days from `day` on at which anything moves, `day` first.
    Stream<LocalDate> turningDays(LocalDate day) {
        return Stream.concat(
                Stream.of(day),
                units.values().stream()
                        .flatMap(unit -> unit.places().stream().map(Place::from))
                        .filter(from -> from.isAfter(day)));
    }

    UnitTree after(CommandUnitEvent event) {
        return switch (event) {
            case CommandUnitEvent.Formed formed ->
                with(
                        formed.unit(),
                        new Unit(
                                formed.label(),
                                formed.from(),
                                Optional.empty(),
                                List.of(new Place(formed.under(), formed.from())),
                                List.of()));
            case CommandUnitEvent.Moved moved -> {
                Unit unit = known(moved.unit());
                var places = new ArrayList<>(unit.places());
                places.add(new Place(Optional.of(moved.under()), moved.from()));
                yield with(moved.unit(), new Unit(unit.label(), unit.from(), unit.lastDay(), places, unit.covers()));
            }
            case CommandUnitEvent.Covered covered -> {
                var covers = new ArrayList<>(known(covered.unit()).covers());
                covers.add(new Cover(covered.areaKind(), covered.areaCode(), covered.from(), Optional.empty()));
                yield withCovers(covered.unit(), covers);
            }
            case CommandUnitEvent.CoverEnded ended ->
                withCovers(
                        ended.unit(),
                        known(ended.unit()).covers().stream()
                                .map(cover -> cover.isOf(ended.areaKind(), ended.areaCode())
                                                && cover.lastDay().isEmpty()
                                        ? new Cover(
                                                cover.areaKind(),
                                                cover.areaCode(),
                                                cover.from(),
                                                Optional.of(ended.lastDay()))
                                        : cover)
                                .toList());
            case CommandUnitEvent.Disbanded gone -> {
                Unit unit = known(gone.unit());
                yield with(
                        gone.unit(),
                        new Unit(unit.label(), unit.from(), Optional.of(gone.lastDay()), unit.places(), unit.covers()));
            }
        };
    }

    private Unit known(UnitCode code) {
        Unit unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("The event happened to no command unit (%s).".formatted(code));
        }
        return unit;
    }

    private UnitTree withCovers(UnitCode code, List<Cover> covers) {
        Unit unit = known(code);
        return with(code, new Unit(unit.label(), unit.from(), unit.lastDay(), unit.places(), covers));
    }

    private UnitTree with(UnitCode code, Unit unit) {
        var all = new TreeMap<UnitCode, Unit>(java.util.Comparator.comparing(UnitCode::code));
        all.putAll(units);
        all.put(code, unit);
        return new UnitTree(all);
    }
}

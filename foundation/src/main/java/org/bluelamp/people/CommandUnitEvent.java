package org.bluelamp.people;

import java.time.LocalDate;
import java.util.Optional;

/// Everything that can happen to the tree of command units, which is not the tree of areas: a unit covers areas, from
/// a day to a day, and an area may be covered by several. Days are whole days of the service, both counted.
public sealed interface CommandUnitEvent {
    UnitCode unit();

    /// A unit begins, below another or at the top.
    record Formed(UnitCode unit, String label, Optional<UnitCode> under, LocalDate from) implements CommandUnitEvent {}

    /// From this day it stands below another unit.
    record Moved(UnitCode unit, UnitCode under, LocalDate from) implements CommandUnitEvent {}

    /// From this day it covers an area, by kind (`borough`, `ward`, `police-area`) and code.
    record Covered(UnitCode unit, String areaKind, String areaCode, LocalDate from) implements CommandUnitEvent {}

    /// It covered the area until this day.
    record CoverEnded(UnitCode unit, String areaKind, String areaCode, LocalDate lastDay) implements CommandUnitEvent {}

    /// It was a unit until this day.
    record Disbanded(UnitCode unit, LocalDate lastDay) implements CommandUnitEvent {}
}

package org.bluelamp.people;

import java.time.LocalDate;
import java.util.Optional;

/// What may be asked of the tree of command units; the words are those of the events.
public sealed interface CommandUnitRequest {
    UnitCode unit();

    record Form(UnitCode unit, String label, Optional<UnitCode> under, LocalDate from) implements CommandUnitRequest {}

    record Move(UnitCode unit, UnitCode under, LocalDate from) implements CommandUnitRequest {}

    record Cover(UnitCode unit, String areaKind, String areaCode, LocalDate from) implements CommandUnitRequest {}

    record EndCover(UnitCode unit, String areaKind, String areaCode, LocalDate lastDay) implements CommandUnitRequest {}

    record Disband(UnitCode unit, LocalDate lastDay) implements CommandUnitRequest {}
}

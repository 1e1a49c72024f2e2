package org.bluelamp.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.Decision;

/// The way in to the tree of command units.
public interface CommandUnits {

    /// The most units one service has; beyond it a request is a defect of the caller.
    int UNITS_MAX = 2_000;

    /// A unit as it stands on a day: where, since when, and what it covers.
    record View(UnitCode unit, String label, Optional<UnitCode> under, LocalDate from, List<Covers> covers) {}

    /// An area a unit covers, by kind and code.
    record Covers(String areaKind, String areaCode) {}

    Decision<CommandUnitEvent, CommandUnitRefusal> handle(CommandUnitRequest request, Act act);

    /// The tree on a day, each unit after the one above it, units side by side in order of code.
    List<View> on(LocalDate day);

    /// The tree today, on the service clock.
    List<View> today();

    /// The units that cover an area on a day, in order of code.
    List<View> covering(String areaKind, String areaCode, LocalDate day);
}

package org.bluelamp.people;

import java.time.LocalDate;
import org.bluelamp.kernel.Refusal;

/// Why a request about command units is refused.
public sealed interface CommandUnitRefusal extends Refusal {

    record UnitExists(UnitCode unit) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/unit-exists";
        }

        @Override
        public String sentence() {
            return "A command unit was formed as %s before.".formatted(unit);
        }
    }

    record NoSuchUnit(UnitCode unit, LocalDate day) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/no-such-unit";
        }

        @Override
        public String sentence() {
            return "No command unit is called %s on %s.".formatted(unit, day);
        }
    }

    record UnitInCircle(UnitCode unit, UnitCode under) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/unit-in-circle";
        }

        @Override
        public String sentence() {
            return "%s stands above %s and cannot be below it.".formatted(unit, under);
        }
    }

    record UnitHasLaterPlace(UnitCode unit, LocalDate placedFrom) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/unit-has-later-place";
        }

        @Override
        public String sentence() {
            return "%s was placed from %s; a move cannot be earlier.".formatted(unit, placedFrom);
        }
    }

    record CoveredBefore(UnitCode unit, String areaCode) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/covered-before";
        }

        @Override
        public String sentence() {
            return "%s covers %s then.".formatted(unit, areaCode);
        }
    }

    record NotCovered(UnitCode unit, String areaCode, LocalDate day) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/not-covered";
        }

        @Override
        public String sentence() {
            return "%s does not cover %s on %s.".formatted(unit, areaCode, day);
        }
    }

    record HasUnitsBelow(UnitCode unit, UnitCode below) implements CommandUnitRefusal {
        @Override
        public String code() {
            return "people/has-units-below";
        }

        @Override
        public String sentence() {
            return "%s still has %s below it.".formatted(unit, below);
        }
    }
}

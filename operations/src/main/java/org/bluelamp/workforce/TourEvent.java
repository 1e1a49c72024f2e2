package org.bluelamp.workforce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.journal.Deadlines;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.UnitCode;

/// Everything that can happen to a tour. Never renamed once released; a changed meaning is a new event.
public sealed interface TourEvent {
    /// The clock of a tour that nobody books off.
    String CLOCK = "book-off";

    TourRef tour();

    /// It stands on the roster.
    record Planned(
            TourRef tour,
            String kind,
            Optional<BoroughCode> borough,
            UnitCode commandUnit,
            Instant from,
            Instant until,
            Optional<String> vehicle,
            Set<String> equipment)
            implements TourEvent {
        public Planned {
            equipment = Set.copyOf(equipment);
        }

        public TourPlan plan() {
            return new TourPlan(kind, borough, commandUnit, from, until, vehicle, equipment);
        }
    }

    /// These people are to work it, with the skills they hold; replaces the crew before.
    record Crewed(TourRef tour, List<CrewMember> crew) implements TourEvent {
        public Crewed {
            crew = List.copyOf(crew);
        }
    }

    /// Its crew is on duty from `at` on: all that a unit is made of. `skills` are those in date on the day; `parade` is
    /// where they paraded, a code such as a station's. Where nobody has booked it off by `bookOffBy`, the program
    /// does.
    record BookedOn(
            TourRef tour,
            String kind,
            Optional<BoroughCode> borough,
            UnitCode commandUnit,
            Instant at,
            Instant until,
            List<PersonId> crew,
            Set<String> skills,
            Set<String> equipment,
            Optional<String> vehicle,
            Optional<String> parade,
            Instant bookOffBy)
            implements TourEvent, Deadlines.Sets {
        public BookedOn {
            crew = List.copyOf(crew);
            skills = Set.copyOf(skills);
            equipment = Set.copyOf(equipment);
        }

        @Override
        public String deadline() {
            return CLOCK;
        }

        @Override
        public Instant dueAt() {
            return bookOffBy;
        }
    }

    /// Its crew went off duty; the tour is over.
    record BookedOff(TourRef tour, Instant at) implements TourEvent, Deadlines.Cancels {
        @Override
        public String deadline() {
            return CLOCK;
        }
    }

    /// It was taken off the roster before anybody booked on.
    record Withdrawn(TourRef tour, PersonalText because) implements TourEvent {}
}

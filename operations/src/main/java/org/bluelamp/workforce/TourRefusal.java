package org.bluelamp.workforce;

import java.time.Instant;
import org.bluelamp.kernel.Refusal;
import org.bluelamp.kernel.TourRef;

/// Why a request about a tour is refused.
public sealed interface TourRefusal extends Refusal {

    record UnknownTour(TourRef tour) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/unknown-tour";
        }

        @Override
        public String sentence() {
            return "There is no tour (%s) on the roster.".formatted(tour);
        }
    }

    record AlreadyPlanned(TourRef tour) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/already-planned";
        }

        @Override
        public String sentence() {
            return "The tour (%s) stands on the roster already. Maybe withdraw it and plan the callsign's next."
                    .formatted(tour);
        }
    }

    record AlreadyOn(TourRef tour) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/already-on";
        }

        @Override
        public String sentence() {
            return "The tour (%s) is booked on already.".formatted(tour);
        }
    }

    record NotOn(TourRef tour) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/not-on";
        }

        @Override
        public String sentence() {
            return "The tour (%s) is not booked on.".formatted(tour);
        }
    }

    record TourOver(TourRef tour) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/tour-over";
        }

        @Override
        public String sentence() {
            return "The tour (%s) is over or was withdrawn.".formatted(tour);
        }
    }

    /// Outside the time from `earliest` to `latest` in which one books on for it.
    record OutsideItsTime(TourRef tour, Instant earliest, Instant latest) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/outside-its-time";
        }

        @Override
        public String sentence() {
            return "The tour (%s) is booked on from %s to %s.".formatted(tour, earliest, latest);
        }
    }

    record UnknownKind(String kind) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/unknown-kind";
        }

        @Override
        public String sentence() {
            return "The kind of unit (%s) is not in the policy in force.".formatted(kind);
        }
    }

    record UnknownSkill(String skill) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/unknown-skill";
        }

        @Override
        public String sentence() {
            return "The skill (%s) is not in the policy in force.".formatted(skill);
        }
    }

    record CrewSize(TourRef tour, int crew, int crewMin, int crewMax) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/crew-size";
        }

        @Override
        public String sentence() {
            return "The tour (%s) has a crew of %d; its kind works with %d to %d."
                    .formatted(tour, crew, crewMin, crewMax);
        }
    }

    record SkillMissing(TourRef tour, String skill) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/skill-missing";
        }

        @Override
        public String sentence() {
            return "Nobody of the tour (%s) holds (%s) in date, and its kind needs it.".formatted(tour, skill);
        }
    }

    /// The callsign or a person of the crew is bound to another tour at that time.
    record BoundElsewhere(String holder, TourRef other) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/bound-elsewhere";
        }

        @Override
        public String sentence() {
            return "(%s) is on the tour (%s) at that time.".formatted(holder, other);
        }
    }

    record OtherBorough(TourRef tour) implements TourRefusal {
        @Override
        public String code() {
            return "workforce/other-borough";
        }

        @Override
        public String sentence() {
            return "The tour (%s) is another borough's; its own roles and the control room may do that."
                    .formatted(tour);
        }
    }
}

package org.bluelamp.workforce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;

/// What may be asked of a tour. `within` is the borough that bounds whoever asks; none for service-wide roles.
public sealed interface TourRequest {
    TourRef tour();

    Optional<BoroughCode> within();

    /// Put a tour with its crew on the roster; the crew may be empty and come later.
    record Plan(TourRef tour, Optional<BoroughCode> within, TourPlan plan, List<CrewMember> crew)
            implements TourRequest {
        public Plan {
            crew = List.copyOf(crew);
        }
    }

    /// Name the crew of a tour that nobody has booked on for yet.
    record Crew(TourRef tour, Optional<BoroughCode> within, List<CrewMember> crew) implements TourRequest {
        public Crew {
            crew = List.copyOf(crew);
        }
    }

    /// The crew is on duty.
    record BookOn(TourRef tour, Optional<BoroughCode> within, Instant at, Optional<String> parade)
            implements TourRequest {
        /// The longest code of a parade. Units: characters.
        public static final int PARADE_CHARACTERS_MAX = 40;

        public BookOn {
            if (parade.filter(code -> !code.matches("[A-Z][A-Z0-9-]{0,39}")).isPresent()) {
                throw new IllegalArgumentException("A parade is a code such as a station's, at most %d characters."
                        .formatted(PARADE_CHARACTERS_MAX));
            }
        }
    }

    /// The crew goes off duty.
    record BookOff(TourRef tour, Optional<BoroughCode> within, Instant at) implements TourRequest {}

    /// Take a tour off the roster before it began.
    record Withdraw(TourRef tour, Optional<BoroughCode> within, Instant at, PersonalText because)
            implements TourRequest {}
}

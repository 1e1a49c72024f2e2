package org.bluelamp.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;

/// A tour as it stands: what was planned, its crew, and when it was booked on and off.
public record TourView(
        TourRef tour,
        TourPlan plan,
        List<CrewMember> crew,
        Stage stage,
        Optional<Instant> onAt,
        Optional<Instant> offAt) {
    /// Where in its life a tour stands.
    public enum Stage {
        PLANNED,
        ON,
        OFF,
        WITHDRAWN
    }

    public TourView {
        crew = List.copyOf(crew);
    }

    public Callsign callsign() {
        return tour.callsign();
    }

    public String kind() {
        return plan.kind();
    }

    public Optional<BoroughCode> borough() {
        return plan.borough();
    }

    public Instant from() {
        return plan.from();
    }

    public Instant until() {
        return plan.until();
    }

    public List<PersonId> people() {
        return crew.stream().map(CrewMember::person).toList();
    }

    /// The skills somebody of the crew holds in date on the tour's day.
    public Set<String> skills() {
        return skillsOn(tour.day());
    }

    public Set<String> skillsOn(LocalDate day) {
        return crew.stream()
                .flatMap(member -> member.skills().stream())
                .filter(held -> held.holdsOn(day))
                .map(SkillHeld::skill)
                .collect(Collectors.toUnmodifiableSet());
    }
}

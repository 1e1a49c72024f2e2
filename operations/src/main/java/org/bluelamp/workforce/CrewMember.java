package org.bluelamp.workforce;

import java.util.List;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.people.PersonId;

/// Somebody of a crew with the skills they hold.
public record CrewMember(PersonId person, List<SkillHeld> skills) {
    /// The most skills one person brings to a tour.
    public static final int SKILLS_MAX = 40;

    public CrewMember {
        skills = List.copyOf(skills);
        if (skills.size() > SKILLS_MAX) {
            throw new IllegalArgumentException("Somebody has at most %d skills.".formatted(SKILLS_MAX));
        }
    }

    public ActorId actor() {
        return person.actor();
    }
}

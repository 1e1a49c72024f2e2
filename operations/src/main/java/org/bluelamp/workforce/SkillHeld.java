package org.bluelamp.workforce;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A skill of the policy list `skills` as somebody holds it; `until` is the last day it is in date, none for ever.
public record SkillHeld(String skill, @Nullable LocalDate until) {
    /// Whether it is in date on a day.
    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}

package org.bluelamp.people.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Wrong passwords counted against one name or one network address.
///
/// Units: `failures` since `since`; both start again once the counting time has passed.
public record LockOut(int failures, Instant since, Optional<Instant> lockedUntil) {

    /// How many failures within which time lock for how long.
    public record Limit(int failuresMax, Duration countedWithin, Duration lockedFor) {}

    public static LockOut none(Instant now) {
        return new LockOut(0, now, Optional.empty());
    }

    public boolean isLocked(Instant now) {
        return lockedUntil.map(now::isBefore).orElse(false);
    }

    /// One more try, counted before the password is looked at, so that many tries at once cannot outrun the limit.
    /// A try while locked changes nothing: waiting is always enough.
    public LockOut tried(Instant now, Limit limit) {
        if (isLocked(now)) {
            return this;
        }
        boolean over = lockedUntil.isPresent() || !now.isBefore(since.plus(limit.countedWithin()));
        int counted = (over ? 0 : failures) + 1;
        return new LockOut(
                counted,
                over ? now : since,
                counted >= limit.failuresMax() ? Optional.of(now.plus(limit.lockedFor())) : Optional.empty());
    }

    /// The try succeeded after all: it is taken back.
    public LockOut takenBack() {
        return new LockOut(Math.max(0, failures - 1), since, Optional.empty());
    }
}

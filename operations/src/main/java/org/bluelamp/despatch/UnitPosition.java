package org.bluelamp.despatch;

import java.time.Duration;

/// Where a unit was last known to be, how old that is on the service clock, and whether that is too old to rely on.
public record UnitPosition(Fix fix, Duration age, boolean stale) {}

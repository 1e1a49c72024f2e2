package org.bluelamp.control;

import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.jspecify.annotations.Nullable;

/// Whose eyes look at incidents: the person, and the borough that bounds their view; none for service-wide roles.
public record Sight(ActorId person, @Nullable BoroughCode within) {}

package org.bluelamp.console;

import org.bluelamp.kernel.ActorId;

/// Said within the program when somebody's live stream opens or ends on this node: whether they have a screen open is
/// the count of the two. A browser that is gone is noticed with the next message to it.
public record LiveScreen(ActorId viewer, boolean opened) {}

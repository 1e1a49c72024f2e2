/// Who sits where in the control room, and so who owns the next action of every open incident at every moment.
@ApplicationModule(
        allowedDependencies = {"kernel", "journal", "console", "policy", "people", "geography", "actions", "workforce"})
@NullMarked
package org.bluelamp.desks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

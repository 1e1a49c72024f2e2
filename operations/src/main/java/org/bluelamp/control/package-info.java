/// The control room: incidents, units, the queue.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "journal",
            "console",
            "policy",
            "people",
            "geography",
            "actions",
            "workforce",
            "desks"
        })
@NullMarked
package org.bluelamp.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The demo world: callers, call takers, despatchers and officers, who act only through public requests.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "policy",
            "console",
            "journal",
            "geography",
            "actions",
            "workforce",
            "control",
            "contact",
            "desks",
            "despatch",
            "history"
        })
@NullMarked
package org.bluelamp.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

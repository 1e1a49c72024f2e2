/// Response figures computed from the record.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "statistics",
            "journal",
            "console",
            "policy",
            "people",
            "geography",
            "history",
            "control"
        })
@NullMarked
package org.bluelamp.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

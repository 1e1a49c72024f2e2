/// Contact with the public: every call and visit, what was told, how it was graded, and what it became.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "journal",
            "console",
            "policy",
            "people",
            "persons",
            "geography",
            "actions",
            "control"
        })
@NullMarked
package org.bluelamp.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

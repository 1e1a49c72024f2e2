/// Policy files: load, check, scope and dates in force, who changed what.
@ApplicationModule(allowedDependencies = {"kernel", "console", "journal"})
@NullMarked
package org.bluelamp.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The control room: incidents.
@ApplicationModule(allowedDependencies = {"kernel", "journal", "console", "policy", "people", "geography", "actions"})
@NullMarked
package org.bluelamp.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

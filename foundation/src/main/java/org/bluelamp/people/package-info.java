/// Officers, staff, roles, line of command, sign-in, who may see and do.
@ApplicationModule(allowedDependencies = {"kernel", "policy", "console", "journal"})
@NullMarked
package org.bluelamp.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

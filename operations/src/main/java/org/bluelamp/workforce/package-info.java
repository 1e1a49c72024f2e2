/// Who is on duty: tours of callsigns, their crews and the skills they hold, from rosters and from booking on.
@ApplicationModule(allowedDependencies = {"kernel", "people", "policy", "console", "journal", "geography", "actions"})
@NullMarked
package org.bluelamp.workforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

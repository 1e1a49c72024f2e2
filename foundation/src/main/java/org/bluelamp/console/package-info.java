/// Page shell, slots, keyboard, live rows, tables, charts, map, problem pages; no police words.
@ApplicationModule(allowedDependencies = {"kernel", "journal"})
@NullMarked
package org.bluelamp.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

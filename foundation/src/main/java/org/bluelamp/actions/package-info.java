/// What somebody must do by when: holder, due, ladder, what it blocks.
@ApplicationModule(allowedDependencies = {"kernel", "people", "policy", "console", "journal"})
@NullMarked
package org.bluelamp.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

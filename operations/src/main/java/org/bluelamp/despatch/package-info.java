/// Directed despatch: where units are.
@ApplicationModule(allowedDependencies = {"kernel", "journal", "console", "policy", "people", "geography", "control"})
@NullMarked
package org.bluelamp.despatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Gazetteer, areas with versions, point to area.
@ApplicationModule(allowedDependencies = {"kernel", "people", "policy", "console", "journal"})
@NullMarked
package org.bluelamp.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

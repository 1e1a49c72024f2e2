/// Imported incidents of any service; never open, never deciding.
@ApplicationModule(allowedDependencies = {"kernel", "journal", "console", "policy", "people", "geography"})
@NullMarked
package org.bluelamp.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

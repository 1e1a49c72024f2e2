/// The words every module shares: identifiers, grade, place, decision and refusal. No framework.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bluelamp.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

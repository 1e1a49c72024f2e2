/// Members of the public: who they are said to be, and what is to be known before an officer meets them.
@ApplicationModule(allowedDependencies = {"kernel", "journal", "console", "policy", "people"})
@NullMarked
package org.bluelamp.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

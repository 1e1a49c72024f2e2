/// The record: append, Merkle tree, followers, deadlines, clocks, looking-log.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.bluelamp.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

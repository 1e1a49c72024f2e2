/// What follows from candidates, purely.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.geography.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Pure decisions about actions.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.actions.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

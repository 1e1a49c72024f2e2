/// Pure decisions about tours.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.workforce.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

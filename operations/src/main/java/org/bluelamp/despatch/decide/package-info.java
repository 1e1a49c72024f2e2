/// What is believed of a fix; pure.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.despatch.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

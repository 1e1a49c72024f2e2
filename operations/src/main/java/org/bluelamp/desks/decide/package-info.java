/// Pure decisions about the desks of the control room: no clock, no chance, no database, no framework.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.desks.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

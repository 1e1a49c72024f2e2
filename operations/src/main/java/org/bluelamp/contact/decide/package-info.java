/// Pure decisions about contacts: no clock, no chance, no database, no framework.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.contact.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

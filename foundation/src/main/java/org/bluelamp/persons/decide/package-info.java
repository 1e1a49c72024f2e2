/// Pure decisions about members of the public and warnings: no clock, no chance, no database, no framework.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.persons.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

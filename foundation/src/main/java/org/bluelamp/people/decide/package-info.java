/// Pure decisions about people, sign-in and sight.
@NamedInterface("decide")
@NullMarked
package org.bluelamp.people.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

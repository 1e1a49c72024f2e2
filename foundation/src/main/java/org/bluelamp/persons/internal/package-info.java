/// How members of the public and warnings are recorded and looked up.
@NullMarked
package org.bluelamp.persons.internal;

import org.jspecify.annotations.NullMarked;

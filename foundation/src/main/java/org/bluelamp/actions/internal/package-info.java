/// Journal use, the list of open actions, and the clock that makes them climb.
@NullMarked
package org.bluelamp.actions.internal;

import org.jspecify.annotations.NullMarked;

/// Tours and rosters as the journal holds them.
@NullMarked
package org.bluelamp.workforce.internal;

import org.jspecify.annotations.NullMarked;

/// The desks as the journal holds them, and who is connected.
@NullMarked
package org.bluelamp.desks.internal;

import org.jspecify.annotations.NullMarked;

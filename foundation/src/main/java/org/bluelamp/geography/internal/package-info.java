/// Reading places, keeping them and finding them again.
@NullMarked
package org.bluelamp.geography.internal;

import org.jspecify.annotations.NullMarked;

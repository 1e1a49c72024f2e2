/// How figures are kept and computed.
@NullMarked
package org.bluelamp.performance.internal;

import org.jspecify.annotations.NullMarked;

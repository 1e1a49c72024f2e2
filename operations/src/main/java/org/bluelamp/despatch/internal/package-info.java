/// Where units are, in memory and in a table.
@NullMarked
package org.bluelamp.despatch.internal;

import org.jspecify.annotations.NullMarked;

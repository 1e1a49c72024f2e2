/// Live screens: the journal is read on as it grows, and every open page is told what changes for it.
@NullMarked
package org.bluelamp.console.live;

import org.jspecify.annotations.NullMarked;

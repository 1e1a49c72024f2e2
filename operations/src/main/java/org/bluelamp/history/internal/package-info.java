/// How history is read, imported and listed; nothing here is for other modules.
@NullMarked
package org.bluelamp.history.internal;

import org.jspecify.annotations.NullMarked;

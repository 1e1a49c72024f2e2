/// How the record is kept: store, tree, seals, followers, deadlines.
@NullMarked
package org.bluelamp.journal.internal;

import org.jspecify.annotations.NullMarked;

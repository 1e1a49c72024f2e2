/// Journal use and projections of people.
@NullMarked
package org.bluelamp.people.internal;

import org.jspecify.annotations.NullMarked;

/// How incidents are recorded, listed and found.
@NullMarked
package org.bluelamp.control.internal;

import org.jspecify.annotations.NullMarked;

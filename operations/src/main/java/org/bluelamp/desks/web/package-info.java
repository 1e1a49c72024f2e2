/// The pages of the desks.
@NullMarked
package org.bluelamp.desks.web;

import org.jspecify.annotations.NullMarked;

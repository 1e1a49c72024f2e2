/// Pages and HTTP of places.
@NullMarked
package org.bluelamp.geography.web;

import org.jspecify.annotations.NullMarked;

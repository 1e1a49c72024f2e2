/// Pages and HTTP of the control room.
@NullMarked
package org.bluelamp.control.web;

import org.jspecify.annotations.NullMarked;

/// Pages of imported history.
@NullMarked
package org.bluelamp.history.web;

import org.jspecify.annotations.NullMarked;

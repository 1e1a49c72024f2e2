/// Pages of actions.
@NullMarked
package org.bluelamp.actions.web;

import org.jspecify.annotations.NullMarked;

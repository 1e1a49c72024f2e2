/// The page of duties.
@NullMarked
package org.bluelamp.workforce.web;

import org.jspecify.annotations.NullMarked;

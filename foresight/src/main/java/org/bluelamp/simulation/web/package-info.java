/// The page of the demonstration.
@NullMarked
package org.bluelamp.simulation.web;

import org.jspecify.annotations.NullMarked;

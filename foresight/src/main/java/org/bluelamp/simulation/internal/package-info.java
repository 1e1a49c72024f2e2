/// The models of the actors, pure and seeded, and the runner that lets them act.
@NullMarked
package org.bluelamp.simulation.internal;

import org.jspecify.annotations.NullMarked;

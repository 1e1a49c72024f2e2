/// The program: wiring, security, configuration, command line, the demo world.
@NullMarked
package org.bluelamp.app;

import org.jspecify.annotations.NullMarked;

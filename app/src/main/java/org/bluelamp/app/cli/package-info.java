/// The command line: one class for each command, one line for each in `Commands`.
@NullMarked
package org.bluelamp.app.cli;

import org.jspecify.annotations.NullMarked;

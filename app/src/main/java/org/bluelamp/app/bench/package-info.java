/// The benchmarks of `./bluelamp bench`: what is measured, on a record made for it and thrown away after.
@NullMarked
package org.bluelamp.app.bench;

import org.jspecify.annotations.NullMarked;

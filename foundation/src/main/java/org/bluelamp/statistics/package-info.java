/// Quantiles, histograms and what can be said of them; pure.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.bluelamp.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The house rules as tests: who may use whom, what is pure, what is named how, how large a thing may grow.
@NullMarked
package org.bluelamp.app.structure;

import org.jspecify.annotations.NullMarked;

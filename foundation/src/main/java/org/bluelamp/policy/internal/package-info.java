/// Reading policy files and keeping their versions.
@NullMarked
package org.bluelamp.policy.internal;

import org.jspecify.annotations.NullMarked;

/// Pages of policies.
@NullMarked
package org.bluelamp.policy.web;

import org.jspecify.annotations.NullMarked;

/// Pages and answers over HTTP.
@NullMarked
package org.bluelamp.performance.web;

import org.jspecify.annotations.NullMarked;

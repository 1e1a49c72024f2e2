/// Pages and HTTP of where units are.
@NullMarked
package org.bluelamp.despatch.web;

import org.jspecify.annotations.NullMarked;

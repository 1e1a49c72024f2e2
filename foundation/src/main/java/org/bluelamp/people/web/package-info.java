/// Pages of people.
@NullMarked
package org.bluelamp.people.web;

import org.jspecify.annotations.NullMarked;

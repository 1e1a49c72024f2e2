/// Pages of members of the public and their warnings.
@NullMarked
package org.bluelamp.persons.web;

import org.jspecify.annotations.NullMarked;

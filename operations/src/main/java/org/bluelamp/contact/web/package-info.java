/// The call taker's pages and contacts for other programs.
@NullMarked
package org.bluelamp.contact.web;

import org.jspecify.annotations.NullMarked;

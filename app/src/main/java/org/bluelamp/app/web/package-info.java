/// The first page, and the lines above every page that say what kind of service this is.
@NullMarked
package org.bluelamp.app.web;

import org.jspecify.annotations.NullMarked;

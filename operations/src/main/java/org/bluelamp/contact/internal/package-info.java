/// How contacts are recorded, kept while they are typed, listed and compared.
@NullMarked
package org.bluelamp.contact.internal;

import org.jspecify.annotations.NullMarked;

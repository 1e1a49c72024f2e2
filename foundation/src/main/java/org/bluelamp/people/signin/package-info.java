/// Sign-in: sessions, tokens, lock-out, the security log, and what every route asks for.
@NullMarked
package org.bluelamp.people.signin;

import org.jspecify.annotations.NullMarked;

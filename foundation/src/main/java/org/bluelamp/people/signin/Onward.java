package org.bluelamp.people.signin;

import java.util.regex.Pattern;

/// Where to go after signing in: a page of this program, or the first page.
final class Onward {
    /// A path with an optional query, in printable ASCII; no second slash or backslash that would name a host.
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,500}");

    private Onward() {}

    static String within(String to) {
        return OURS.matcher(to).matches() && !to.startsWith("/sign-in") ? to : "/";
    }
}

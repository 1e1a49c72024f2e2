package org.bluelamp.journal;

import java.util.regex.Pattern;

/// The key a client gives a request that changes something, so that sending it twice does it once.
/// 8 to 128 letters, digits, `-`, `_`, `.`, `:`.
public record RequestKey(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    public RequestKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The request key (%s) must match %s.".formatted(text, FORM));
        }
    }
}

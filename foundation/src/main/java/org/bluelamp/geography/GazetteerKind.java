package org.bluelamp.geography;

import java.util.Locale;

/// What a gazetteer file lists.
public enum GazetteerKind {
    POSTCODES,
    STREETS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.bluelamp.geography;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of area on the map: boroughs hold wards; police areas stand beside them.
public enum AreaKind {
    BOROUGH,
    WARD,
    POLICE_AREA;

    /// As written on the command line and in addresses, e.g. `police-area`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AreaKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

package org.bluelamp.console;

import java.util.regex.Pattern;

/// What happens to one row of a live list. `id` is the element's; rows stand in the order of their `rank`, compared
/// as text, so ranks are written with a fixed number of digits.
public sealed interface RowChange {
    String id();

    /// The row is there, looks like `html` (one element with this id) and stands at `rank`.
    record Put(String id, String rank, String html) implements RowChange {
        public Put {
            Ids.check(id);
        }
    }

    /// The row, where it is shown, stands at another rank and looks as before.
    record Move(String id, String rank) implements RowChange {
        public Move {
            Ids.check(id);
        }
    }

    /// The row is no longer shown.
    record Remove(String id) implements RowChange {
        public Remove {
            Ids.check(id);
        }
    }

    /// The form of a row's id.
    final class Ids {
        private static final Pattern FORM = Pattern.compile("[a-zA-Z][A-Za-z0-9_-]{0,79}");

        private Ids() {}

        private static void check(String id) {
            if (!FORM.matcher(id).matches()) {
                throw new IllegalArgumentException("The row (%s) must match %s.".formatted(id, FORM));
            }
        }
    }
}

package org.bluelamp.despatch.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// The map of a control room: open incidents and units, as marks and as lists. `staleSeconds` is the age from which a
/// position is shown as old.
public record MapScreen(Shell shell, List<Row> incidents, List<Row> units, long staleSeconds) {

    /// One row of a list: the mark `id` on the map; `at` is the time of a position in ISO 8601, else empty; `href` is
    /// empty where the row leads nowhere but to its mark.
    public record Row(
            String id, String rank, String sign, String tone, String title, String words, String at, String href) {}
}

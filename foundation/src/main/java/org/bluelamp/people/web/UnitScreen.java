package org.bluelamp.people.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// The tree of command units, one row each, those below after those above.
public record UnitScreen(Shell shell, List<Row> rows) {

    /// `indent` is drawn before the code, one mark for each step down.
    public record Row(String indent, String unit, String label, String since, String covers) {}
}

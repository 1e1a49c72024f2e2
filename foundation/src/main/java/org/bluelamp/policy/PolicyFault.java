package org.bluelamp.policy;

/// What is wrong in a policy file and where. Units: `line` and `column` count from 1; `field` is the path of the value,
/// e.g. `rows[2].permissions[0]`, or `file` where the whole file is meant.
public record PolicyFault(int line, int column, String field, String sentence) {

    /// As an editor understands it: `12:5 rows[2].label: …`.
    public String text() {
        return "%d:%d %s: %s".formatted(line, column, field, sentence);
    }
}

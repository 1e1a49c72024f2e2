package org.bluelamp.performance;

/// A report was asked for in a way that cannot be answered: which field, and why in one sentence.
public final class QueryFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public QueryFault(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /// The field as on the command line and in the address, e.g. `week-starts`.
    public String field() {
        return field;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

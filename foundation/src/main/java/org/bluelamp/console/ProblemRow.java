package org.bluelamp.console;

/// A code as its page explains it: with its HTTP status where the module states one, and what it means or says.
public record ProblemRow(String code, String status, String meaning) {
    static ProblemRow of(ProblemCode code) {
        return new ProblemRow(code.code(), String.valueOf(code.status()), code.meaning());
    }

    /// Where it is explained.
    public String page() {
        return Problems.PAGES + code;
    }
}

package org.bluelamp.policy;

import java.util.regex.Pattern;

/// One kind of policy, declared as a bean by the module that decides with it: its name (the file's `name`), the record
/// one row is read into, and what must hold for the whole. Row records hold text, whole numbers, yes or no, dates,
/// durations, enums, kernel values, other such records, and lists, sets or optionals of these; never expressions.
public record PolicyKind<R>(String name, Class<R> row, PolicyChecks<R> checks) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{1,47}");

    public PolicyKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The policy name (%s) must match %s.".formatted(name, NAME));
        }
        if (!row.isRecord()) {
            throw new IllegalArgumentException("A row of policy (%s) must be a record, not %s.".formatted(name, row));
        }
    }

    /// What must hold for a whole policy: lists every fault, never stops at the first.
    @FunctionalInterface
    public interface PolicyChecks<R> {
        void check(Policy<R> policy, PolicyFaults faults);
    }

    /// A kind whose rows need no checks beyond their own.
    public static <R> PolicyKind<R> of(String name, Class<R> row) {
        return new PolicyKind<>(name, row, (policy, faults) -> {});
    }
}

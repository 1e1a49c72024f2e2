package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.geography.FileFault;
import org.bluelamp.geography.FileFault.Effect;

/// The faults of one file, in the order of the file; at most `LISTED_MAX` are kept, all are counted.
final class Faults {
    static final int LISTED_MAX = 1_000;
    private final List<FileFault> listed = new ArrayList<>();
    private int refused;
    private int repaired;
    private int noted;

    void refused(Rule rule, int line, int column, String where, String sentence) {
        add(new FileFault(line, column, where, rule.code(), Effect.REFUSED, sentence));
    }

    void refused(Rule rule, Json at, String where, String sentence) {
        refused(rule, at.line(), at.column(), where, sentence);
    }

    void repaired(Rule rule, Json at, String where, String sentence) {
        add(new FileFault(at.line(), at.column(), where, rule.code(), Effect.REPAIRED, sentence));
    }

    void noted(Rule rule, Json at, String where, String sentence) {
        add(new FileFault(at.line(), at.column(), where, rule.code(), Effect.NOTED, sentence));
    }

    private void add(FileFault fault) {
        switch (fault.effect()) {
            case REFUSED -> refused++;
            case REPAIRED -> repaired++;
            case NOTED -> noted++;
        }
        if (listed.size() < LISTED_MAX) {
            listed.add(fault);
        }
    }

    List<FileFault> listed() {
        return List.copyOf(listed);
    }

    int refused() {
        return refused;
    }

    int repaired() {
        return repaired;
    }

    int all() {
        return refused + repaired + noted;
    }
}

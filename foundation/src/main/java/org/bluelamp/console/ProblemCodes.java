package org.bluelamp.console;

import java.util.List;

/// A slot: every reason a module has to say no, one bean for each module.
public record ProblemCodes(List<ProblemCode> codes) {
    public ProblemCodes {
        codes = List.copyOf(codes);
    }

    public static ProblemCodes of(ProblemCode... codes) {
        return new ProblemCodes(List.of(codes));
    }
}

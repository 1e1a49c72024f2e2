package org.bluelamp.console;

import java.net.URI;
import org.bluelamp.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Refusals as problem details (RFC 9457): the type is the page that explains the code.
public final class Problems {
    /// Where the pages of the codes begin.
    static final String PAGES = "/problems/";

    private Problems() {}

    /// The refusal in the form of RFC 9457; answered by a controller as its body.
    public static ProblemDetail of(HttpStatus status, Refusal refusal) {
        return of(status, refusal.code(), refusal.sentence());
    }

    /// A problem that is no refusal of a rule, e.g. a request that could not be read.
    public static ProblemDetail of(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create(PAGES + code));
        problem.setProperty("code", code);
        return problem;
    }
}

package org.bluelamp.control.web;

import org.bluelamp.console.ProblemCode;
import org.bluelamp.console.ProblemCodes;
import org.bluelamp.console.Problems;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.LineCorrectedBefore;
import org.bluelamp.control.IncidentRefusal.NobodyNamed;
import org.bluelamp.control.IncidentRefusal.PlaceMissing;
import org.bluelamp.control.IncidentRefusal.PlaceNotChosen;
import org.bluelamp.control.IncidentRefusal.ReasonMissing;
import org.bluelamp.control.IncidentRefusal.UnknownGrade;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.UnknownLine;
import org.bluelamp.control.IncidentRefusal.UnknownResult;
import org.bluelamp.control.IncidentRefusal.UnknownType;
import org.bluelamp.control.IncidentRefusal.WordsMissing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Refusals over HTTP (RFC 9457), and what each of their codes means.
@Configuration(proxyBeanMethods = false)
class IncidentProblems {

    static HttpStatus status(IncidentRefusal refusal) {
        return switch (refusal) {
            case UnknownIncident _ -> HttpStatus.NOT_FOUND;
            case IncidentClosed _, LineCorrectedBefore _ -> HttpStatus.CONFLICT;
            case UnknownType _,
                    UnknownGrade _,
                    PlaceMissing _,
                    PlaceNotChosen _,
                    WordsMissing _,
                    UnknownLine _,
                    UnknownResult _,
                    NobodyNamed _,
                    ReasonMissing _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static ProblemDetail problem(IncidentRefusal refusal) {
        return Problems.of(status(refusal), refusal);
    }

    @Bean
    ProblemCodes incidentProblemCodes() {
        return ProblemCodes.of(
                new ProblemCode("control/unknown-incident", 404, "There is no such incident, or you may not see it."),
                new ProblemCode("control/unknown-type", 422, "The type of incident is not in the policy in force."),
                new ProblemCode("control/unknown-grade", 422, "The grade is not in the grading scheme in force."),
                new ProblemCode("control/place-missing", 422, "An incident needs a place, if only in words."),
                new ProblemCode(
                        "control/place-not-chosen", 422, "The place is in several boroughs or parts; one is chosen."),
                new ProblemCode("control/words-missing", 422, "A line of a log needs at least one word."),
                new ProblemCode("control/unknown-line", 422, "The log has no such line that can be corrected."),
                new ProblemCode("control/line-corrected-before", 409, "The line was corrected; its correction can be."),
                new ProblemCode("control/incident-closed", 409, "The incident is closed; reports are still taken."),
                new ProblemCode("control/unknown-result", 422, "The result is not in the policy in force."),
                new ProblemCode("control/nobody-named", 422, "A restriction names at least one person."),
                new ProblemCode("control/reason-missing", 422, "A restriction needs a reason."));
    }
}

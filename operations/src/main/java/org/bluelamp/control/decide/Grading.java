package org.bluelamp.control.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.GradingScheme.GradeRow;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.AppointmentMade;
import org.bluelamp.control.IncidentEvent.Assessed;
import org.bluelamp.control.IncidentEvent.RegradeAsked;
import org.bluelamp.control.IncidentEvent.RegradeDeclined;
import org.bluelamp.control.IncidentEvent.Regraded;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.GradeUnchanged;
import org.bluelamp.control.IncidentRefusal.RegradeNotAsked;
import org.bluelamp.control.IncidentRefusal.TimesWrongWay;
import org.bluelamp.control.IncidentRefusal.UnknownGrade;
import org.bluelamp.control.IncidentRefusal.WhyMissing;
import org.bluelamp.control.IncidentRequest.Appoint;
import org.bluelamp.control.IncidentRequest.AskRegrade;
import org.bluelamp.control.IncidentRequest.Assess;
import org.bluelamp.control.IncidentRequest.DeclineRegrade;
import org.bluelamp.control.IncidentRequest.Regrade;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.PersonalText;

/// How urgent an open incident is, and who may say so.
final class Grading {
    private Grading() {}

    /// Which risks it has.
    ///
    /// Errors: never throws.
    /// Source: C2; FIELD, row 13, and "risk not re-assessed".
    static Decision<IncidentEvent, IncidentRefusal> assess(Incident.Open open, Assess request) {
        return accept(new Assessed(
                open.ref(),
                open.log().next(),
                request.risks(),
                request.reassessBy(),
                PersonalText.of(request.words())));
    }

    /// Another grade, with its own time to attend, counted from where its clock starts.
    ///
    /// Units: to attend by is `attendWithin` after the opening or after now, as the new grade has it.
    /// Errors: never throws; refuses a grade the scheme has not, the grade it has, no reason.
    /// Source: C2, "regrade with a reason".
    static Decision<IncidentEvent, IncidentRefusal> regrade(
            Incident.Open open, Regrade request, Instant openedAt, GradingScheme scheme) {
        Optional<GradeRow> row = scheme.grade(request.grade());
        if (row.isEmpty()) {
            return refuse(new UnknownGrade(request.grade()));
        }
        Grade from = open.course().grade();
        if (from.equals(request.grade())) {
            return refuse(new GradeUnchanged(from));
        }
        if (request.reason().isBlank()) {
            return refuse(new WhyMissing("Another grade"));
        }
        Instant attendBy = row.get().attendBy(openedAt, request.asked().at()).orElse(null);
        return accept(new Regraded(
                open.ref(), open.log().next(), from, request.grade(), attendBy, PersonalText.of(request.reason())));
    }

    /// Anybody may ask a supervisor for another grade.
    ///
    /// Errors: never throws; refuses a grade the scheme has not, no reason.
    /// Source: FIELD, "Operator cannot change grade; not sure who to ask".
    static Decision<IncidentEvent, IncidentRefusal> ask(Incident.Open open, AskRegrade request, GradingScheme scheme) {
        Grade wanted = request.grade();
        if (wanted != null && scheme.grade(wanted).isEmpty()) {
            return refuse(new UnknownGrade(wanted));
        }
        if (request.reason().isBlank()) {
            return refuse(new WhyMissing("Asking for another grade"));
        }
        return accept(new RegradeAsked(open.ref(), open.log().next(), wanted, PersonalText.of(request.reason())));
    }

    /// The grade stays.
    ///
    /// Errors: never throws; refuses where nobody asked, and no reason.
    /// Source: as above.
    static Decision<IncidentEvent, IncidentRefusal> decline(Incident.Open open, DeclineRegrade request) {
        if (!open.course().regradeAsked()) {
            return refuse(new RegradeNotAsked(open.ref()));
        }
        if (request.reason().isBlank()) {
            return refuse(new WhyMissing("Leaving the grade"));
        }
        return accept(new RegradeDeclined(open.ref(), open.log().next(), PersonalText.of(request.reason())));
    }

    /// A time agreed with the caller is the time to attend by.
    ///
    /// Errors: never throws; refuses an end that is not after the beginning, or in the past.
    /// Source: C2, "E (Extended, with an appointment diary)".
    static Decision<IncidentEvent, IncidentRefusal> appoint(Incident.Open open, Appoint request) {
        if (!request.until().isAfter(request.from())
                || !request.until().isAfter(request.asked().at())) {
            return refuse(new TimesWrongWay(request.from(), request.until()));
        }
        return accept(new AppointmentMade(
                open.ref(), open.log().next(), request.from(), request.until(), PersonalText.of(request.words())));
    }
}

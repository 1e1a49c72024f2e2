package org.bluelamp.control.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.Coded;
import org.bluelamp.control.IncidentEvent.Reopened;
import org.bluelamp.control.IncidentEvent.Resulted;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.CodeMissing;
import org.bluelamp.control.IncidentRefusal.CrimeNumberForm;
import org.bluelamp.control.IncidentRefusal.NotClosed;
import org.bluelamp.control.IncidentRefusal.OneOrTheOther;
import org.bluelamp.control.IncidentRefusal.UnitsStillCommitted;
import org.bluelamp.control.IncidentRefusal.UnknownCode;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.UnknownResult;
import org.bluelamp.control.IncidentRefusal.WhyMissing;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.Code;
import org.bluelamp.control.IncidentRequest.Counts;
import org.bluelamp.control.IncidentRequest.Reopen;
import org.bluelamp.control.IncidentRequest.SayResult;
import org.bluelamp.control.decide.Before.Rules;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;

/// What came of an incident, how it counts, and whether its log may be closed.
final class Closing {
    private Closing() {}

    /// What came of it.
    ///
    /// Errors: never throws; refuses a result the policy has not.
    /// Source: D1.
    static Decision<IncidentEvent, IncidentRefusal> result(
            Incident.Open open, SayResult request, GradingScheme scheme) {
        return scheme.result(request.result()).isEmpty()
                ? refuse(new UnknownResult(request.result()))
                : accept(new Resulted(
                        open.ref(), open.log().next(), request.result(), PersonalText.of(request.words())));
    }

    /// How it counts; it may be said and said anew, on an open log or a closed one.
    ///
    /// Errors: never throws; refuses codes the policy has not, a crime number of another form, both or neither
    /// of crime number and reason.
    /// Source: D1; National Crime Recording Standard, one incident is a crime or has the reason it is none.
    static Decision<IncidentEvent, IncidentRefusal> code(Incident incident, Code request, ClosingRules rules) {
        Optional<IncidentRefusal> fault = fault(request.incident(), request.counts(), rules);
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        return switch (incident) {
            case Incident.NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Incident.Open open ->
                accept(coded(request.incident(), open.log().next(), request.counts()));
            case Incident.Finished closed ->
                accept(coded(request.incident(), closed.log().next(), request.counts()));
        };
    }

    private static Optional<IncidentRefusal> fault(IncidentRef ref, Counts counts, ClosingRules rules) {
        String crime = counts.crimeNumber();
        String none = counts.noCrime();
        String category = counts.category();
        if (crime != null && none != null) {
            return Optional.of(new OneOrTheOther(ref));
        }
        if (crime == null && none == null || category == null) {
            return Optional.of(new CodeMissing(ref));
        }
        if (crime != null && !rules.crimeNumberFits(crime)) {
            return Optional.of(new CrimeNumberForm(rules.crimeNumberForm()));
        }
        if (none != null && rules.noCrimeReason(none).isEmpty()) {
            return Optional.of(new UnknownCode("why it is no crime", none));
        }
        return rules.category(category).isEmpty()
                ? Optional.of(new UnknownCode("category", category))
                : Optional.empty();
    }

    private static Coded coded(IncidentRef ref, int line, Counts counts) {
        return new Coded(ref, line, counts.crimeNumber(), counts.noCrime(), counts.category());
    }

    /// Whether its log is closed.
    ///
    /// Errors: never throws; refuses a result the policy does not have, units still committed, and an incident
    /// that counts but is not said how.
    /// Source: D1.
    static Decision<IncidentEvent, IncidentRefusal> close(Incident.Open open, Close request, Rules rules) {
        if (rules.grading().result(request.result()).isEmpty()) {
            return refuse(new UnknownResult(request.result()));
        }
        Course course = open.course();
        if (!course.units().isEmpty()) {
            return refuse(new UnitsStillCommitted(open.ref(), course.units().size()));
        }
        boolean said = !request.counts().equals(Counts.NOT_SAID);
        boolean must = rules.closing().counts(course.type(), request.result())
                && !course.ends().counted();
        List<IncidentEvent> events = new ArrayList<>();
        if (said || must) {
            Optional<IncidentRefusal> fault = fault(open.ref(), request.counts(), rules.closing());
            if (fault.isPresent()) {
                return refuse(fault.get());
            }
            events.add(coded(open.ref(), open.log().next(), request.counts()));
        }
        events.add(new Closed(
                open.ref(),
                open.log().next() + events.size(),
                request.result(),
                request.asked().by(),
                PersonalText.of(request.words())));
        return new Decision.Accepted<>(events);
    }

    /// Whether a closed incident goes on.
    ///
    /// Errors: never throws; refuses an open or unknown one, and no reason.
    /// Source: D1.
    static Decision<IncidentEvent, IncidentRefusal> reopen(Incident incident, Reopen request) {
        return switch (incident) {
            case Incident.NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Incident.Open open -> refuse(new NotClosed(open.ref()));
            case Incident.Finished _
            when request.reason().isBlank() -> refuse(new WhyMissing("Going on with a closed incident"));
            case Incident.Finished closed ->
                accept(new Reopened(closed.ref(), closed.log().next(), PersonalText.of(request.reason())));
        };
    }
}

package org.bluelamp.control.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.CallerLinked;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.DuplicateLinked;
import org.bluelamp.control.IncidentEvent.PassedOn;
import org.bluelamp.control.IncidentEvent.RelatedTo;
import org.bluelamp.control.IncidentEvent.SameAs;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.LinkedBefore;
import org.bluelamp.control.IncidentRefusal.SameIncident;
import org.bluelamp.control.IncidentRefusal.UnitsStillCommitted;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.WordsMissing;
import org.bluelamp.control.IncidentRequest.LinkCaller;
import org.bluelamp.control.IncidentRequest.LinkDuplicate;
import org.bluelamp.control.IncidentRequest.Pass;
import org.bluelamp.control.IncidentRequest.Relate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;

/// What an incident has to do with others, with more callers, and with the desks.
final class Linking {
    private Linking() {}

    /// It is the same as another: its own log stays and is closed, what it asks for is dealt with there.
    ///
    /// Errors: never throws; refuses itself, an unknown or closed other, one linked before, and units still
    /// committed to it: they are diverted or stood down first.
    /// Source: D1, "duplicates linked without losing either log".
    static Decision<IncidentEvent, IncidentRefusal> duplicate(
            Incident.Open open, Incident other, LinkDuplicate request) {
        if (request.other().equals(open.ref())) {
            return refuse(new SameIncident(open.ref()));
        }
        if (open.course().linked().contains(request.other())) {
            return refuse(new LinkedBefore(open.ref(), request.other()));
        }
        if (!open.course().units().isEmpty()) {
            return refuse(
                    new UnitsStillCommitted(open.ref(), open.course().units().size()));
        }
        return switch (other) {
            case Incident.NotOpened _ -> refuse(new UnknownIncident(request.other()));
            case Incident.Finished closed -> refuse(new IncidentClosed(closed.ref()));
            case Incident.Open kept ->
                accept(
                        new SameAs(open.ref(), open.log().next(), kept.ref()),
                        new Closed(
                                open.ref(),
                                open.log().next() + 1,
                                ClosingRules.DUPLICATE,
                                request.asked().by(),
                                PersonalText.of("")),
                        new DuplicateLinked(kept.ref(), kept.log().next(), open.ref()));
        };
    }

    /// It has to do with another, open or closed; both logs say so.
    ///
    /// Errors: never throws; refuses itself, an unknown other, one linked before.
    /// Source: D1.
    static Decision<IncidentEvent, IncidentRefusal> related(Incident.Open open, Incident other, Relate request) {
        if (request.other().equals(open.ref())) {
            return refuse(new SameIncident(open.ref()));
        }
        if (open.course().linked().contains(request.other())) {
            return refuse(new LinkedBefore(open.ref(), request.other()));
        }
        return switch (other) {
            case Incident.NotOpened _ -> refuse(new UnknownIncident(request.other()));
            case Incident.Finished closed -> both(open, request, closed.log());
            case Incident.Open also -> both(open, request, also.log());
        };
    }

    private static Decision<IncidentEvent, IncidentRefusal> both(
            Incident.Open open, Relate request, Incident.Log other) {
        return accept(
                new RelatedTo(open.ref(), open.log().next(), request.other()),
                new RelatedTo(request.other(), other.next(), open.ref()));
    }

    /// One more caller, on an open incident or a closed one: nobody who rings is lost.
    ///
    /// Errors: never throws; refuses an unknown incident and a caller who says nothing.
    /// Source: C1; FIELD, scenario d.
    static Decision<IncidentEvent, IncidentRefusal> caller(Incident incident, LinkCaller request) {
        if (request.words().isBlank()) {
            return refuse(new WordsMissing());
        }
        return switch (incident) {
            case Incident.NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Incident.Open open -> accept(linked(open.log(), request));
            case Incident.Finished closed -> accept(linked(closed.log(), request));
        };
    }

    private static CallerLinked linked(Incident.Log log, LinkCaller request) {
        return new CallerLinked(
                request.incident(),
                log.next(),
                request.contact(),
                request.channel(),
                PersonalText.of(request.caller()),
                PersonalText.of(request.words()));
    }

    /// It goes from desk to desk.
    ///
    /// Errors: never throws.
    /// Source: ARCHITECTURE, "No incident is ever held by nobody".
    static Decision<IncidentEvent, IncidentRefusal> pass(Incident.Open open, Pass request) {
        return accept(new PassedOn(open.ref(), open.log().next(), request.from(), request.to(), request.why()));
    }
}

package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.Ending;
import org.bluelamp.contact.PlaceTold;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.Thrive;
import org.bluelamp.control.Sight;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.policy.Policies;

/// Call takers who answer what rings, ask the questions of its type, and make an incident of it, another caller of
/// one, or an answer. A call a visitor has answered is the visitor's.
final class CallTakers implements Actor {
    private static final String ROLE = "COMMUNICATIONS_OFFICER";
    /// A visitor at a call taker's desk is given so long to answer first.
    private static final Duration GRACE = Duration.ofSeconds(25);

    /// Whoever waits longer than this on the line that is no emergency hangs up.
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final Contacts contacts;
    private final Gazetteer gazetteer;
    private final Policies policies;
    private final Cast cast;
    private final Outcomes outcomes;
    private final Exchange exchange;
    private final CallTakerModel model;

    /// The part of the world call takers use.
    record Desk(Contacts contacts, Gazetteer gazetteer, Policies policies) {}

    CallTakers(Desk desk, Cast cast, Outcomes outcomes, Exchange exchange, CallTakerModel model) {
        this.contacts = desk.contacts();
        this.gazetteer = desk.gazetteer();
        this.policies = desk.policies();
        this.cast = cast;
        this.outcomes = outcomes;
        this.exchange = exchange;
        this.model = model;
    }

    @Override
    public void act(Instant now) {
        Optional<Seat> eyes = cast.everybody(ROLE).stream().findFirst();
        if (eyes.isEmpty()) {
            return;
        }
        Sight sight = eyes.get().sight();
        Duration grace = cast.visited(ROLE) ? GRACE : Duration.ZERO;
        contacts.waiting(sight)
                .forEach(waiting ->
                        exchange.caller(waiting.contact()).ifPresent(call -> answer(waiting, call, grace, now)));
        contacts.unfinished(sight)
                .forEach(taken -> exchange.caller(taken.contact()).ifPresent(call -> goOn(taken, call, sight, now)));
    }

    private void answer(ContactView waiting, Call call, Duration grace, Instant now) {
        if (!call.emergency() && waiting.receivedAt().plus(PATIENCE).isBefore(now)) {
            cast.one(ROLE, Optional.empty(), 0)
                    .ifPresent(seat -> outcomes.ask(
                            "callers hung up",
                            () -> contacts.handle(
                                    new ContactRequest.Abandon(taker(seat, "abandon", call, now), waiting.contact()))));
        } else if (!waiting.receivedAt()
                .plus(model.answersAfter(call))
                .plus(grace)
                .isAfter(now)) {
            cast.one(ROLE, Optional.empty(), call.id().hashCode())
                    .ifPresent(seat -> outcomes.ask(
                            "calls answered",
                            () -> contacts.handle(
                                    new ContactRequest.Answer(taker(seat, "answer", call, now), waiting.contact()))));
        }
    }

    /// Goes on with a call that one of the room has, once it was talked over.
    private void goOn(ContactView taken, Call call, Sight sight, Instant now) {
        ActorId owner = taken.owner();
        Instant answered = taken.answeredAt();
        if (owner == null
                || answered == null
                || cast.visits(owner)
                || answered.plus(model.opensAfter(call)).isAfter(now)) {
            return;
        }
        var seat = new Seat(new PersonId(owner.text()), new org.bluelamp.kernel.RoleCode(ROLE), Optional.empty());
        var account = new Account(call.type(), call.number(), "", place(call), call.said());
        var request = new ContactRequest.Finish(
                taker(seat, "finish", call, now),
                taken.contact(),
                taken.channel(),
                taken.receivedAt(),
                account,
                new Assessment(answers(call, now), null, "", Thrive.NOTHING),
                outcome(call, sight));
        outcomes.ask("calls finished", () -> contacts.handle(request));
    }

    /// Another caller of the incident the first one's call became; for a question, often its answer.
    private Outcome outcome(Call call, Sight sight) {
        Optional<IncidentRef> first = call.first()
                .flatMap(id -> contacts.find(exchange.contact(id), sight))
                .map(ContactView::incident);
        if (first.isPresent()) {
            return new Outcome.LinkTo(first.get());
        }
        return model.answersAtOnce(call)
                ? new Outcome.End(Ending.QUESTION_ANSWERED, "Told them what we know and where to ask further.")
                : new Outcome.OpenIncident(null);
    }

    private static CallTaker taker(Seat seat, String what, Call call, Instant now) {
        return new CallTaker(
                seat.person().actor(),
                seat.role(),
                null,
                EnteredHow.SCREEN,
                now,
                new RequestKey("demo-%s-%s-%d".formatted(what, call.id(), now.getEpochSecond())));
    }

    /// What the caller answers to the questions of the type: mostly the harmless.
    private Map<String, String> answers(Call call, Instant now) {
        var answers = new HashMap<String, String>();
        QuestionSet.of(policies.inForce(QuestionSet.KIND, now).rows(), call.type())
                .ifPresent(set -> set.questions()
                        .forEach(question -> answers.put(
                                question.code(),
                                model.answer(
                                        call,
                                        question.code(),
                                        question.answers().stream()
                                                .map(answer ->
                                                        new CallTakerModel.Possible(answer.code(), answer.points()))
                                                .toList()))));
        return answers;
    }

    /// What the gazetteer makes of the caller's words; where it offers several, the one the caller means.
    private PlaceTold place(Call call) {
        PlaceTold told = contacts.place(call.address(), "");
        if (!told.undecided()) {
            return told;
        }
        Coordinate meant = call.street().at();
        return switch (gazetteer.resolve(call.address())) {
            case Resolution.Choose(List<Place> places) ->
                places.stream()
                        .map(Place::at)
                        .min(Comparator.comparingDouble(at -> Places.metres(at, meant)))
                        .map(at -> contacts.place(
                                call.address(),
                                "%d,%d".formatted(at.latitudeMicrodegrees(), at.longitudeMicrodegrees())))
                        .filter(chosen -> !chosen.undecided())
                        .orElseGet(() -> PlaceTold.described(call.address()));
            case Resolution.Found _, Resolution.Unknown _ -> PlaceTold.described(call.address());
        };
    }
}

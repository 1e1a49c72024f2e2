package org.bluelamp.contact.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.Abandoned;
import org.bluelamp.contact.ContactEvent.Answered;
import org.bluelamp.contact.ContactEvent.Assessed;
import org.bluelamp.contact.ContactEvent.ChannelPutRight;
import org.bluelamp.contact.ContactEvent.Ended;
import org.bluelamp.contact.ContactEvent.IncidentAsked;
import org.bluelamp.contact.ContactEvent.Received;
import org.bluelamp.contact.ContactEvent.TakenOver;
import org.bluelamp.contact.ContactEvent.Told;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRefusal.AlreadyOver;
import org.bluelamp.contact.ContactRefusal.AnsweredBefore;
import org.bluelamp.contact.ContactRefusal.BecauseMissing;
import org.bluelamp.contact.ContactRefusal.NotWaiting;
import org.bluelamp.contact.ContactRefusal.PlaceMissing;
import org.bluelamp.contact.ContactRefusal.PlaceNotChosen;
import org.bluelamp.contact.ContactRefusal.UnknownAnswer;
import org.bluelamp.contact.ContactRefusal.UnknownContact;
import org.bluelamp.contact.ContactRefusal.UnknownGrade;
import org.bluelamp.contact.ContactRefusal.UnknownType;
import org.bluelamp.contact.ContactRefusal.WordsMissing;
import org.bluelamp.contact.ContactRequest.Abandon;
import org.bluelamp.contact.ContactRequest.Answer;
import org.bluelamp.contact.ContactRequest.Begin;
import org.bluelamp.contact.ContactRequest.Came;
import org.bluelamp.contact.ContactRequest.Finish;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactRequest.PutChannelRight;
import org.bluelamp.contact.ContactRequest.Receive;
import org.bluelamp.contact.ContactRequest.TakeOver;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.QuestionSet.Risk;
import org.bluelamp.contact.Recommendation;
import org.bluelamp.contact.Thrive;
import org.bluelamp.contact.decide.Contact.Asked;
import org.bluelamp.contact.decide.Contact.Left;
import org.bluelamp.contact.decide.Contact.NotReceived;
import org.bluelamp.contact.decide.Contact.Over;
import org.bluelamp.contact.decide.Contact.Taken;
import org.bluelamp.contact.decide.Contact.Waiting;
import org.bluelamp.contact.decide.Recommend.Grades;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.PersonalText;

/// What may happen to a contact, and what not.
public final class DecideContact {
    private DecideContact() {}

    /// What grading rests on: the grades in force, the question set of the type and the grade the answers lead to;
    /// the last is empty where the scheme does not have the type. `repeat` says that the number
    /// or the address called before.
    public record Grading(
            Grades grades, Optional<QuestionSet> questions, Optional<Recommendation> recommended, boolean repeat) {}

    /// Decides whether a contact is received.
    ///
    /// Errors: never throws; refuses one that was received before.
    /// Source: C1, "every contact is recorded, when received".
    public static Decision<ContactEvent, ContactRefusal> receive(Contact contact, Receive request) {
        return switch (contact) {
            case NotReceived _ -> accept(received(request));
            case Waiting _, Taken _, Asked _, Over _, Left _ -> refuse(new NotWaiting(request.contact()));
        };
    }

    private static Received received(Receive request) {
        Came came = request.came();
        return new Received(
                request.contact(),
                request.channel(),
                request.receivedAt(),
                PersonalText.of(came.number()),
                PersonalText.of(came.name()),
                PersonalText.of(came.place()),
                PersonalText.of(came.words()));
    }

    /// Decides whether somebody begins a contact themselves. Begun again by the same person it is theirs already.
    ///
    /// Errors: never throws; refuses one that is received, that another has, that is over.
    /// Source: C1.
    public static Decision<ContactEvent, ContactRefusal> begin(Contact contact, Begin request) {
        return switch (contact) {
            case NotReceived _ -> new Decision.Accepted<>(begun(request));
            case Waiting _, Left _ -> refuse(new NotWaiting(request.contact()));
            case Taken _, Asked _ -> refuse(new AnsweredBefore(request.contact()));
            case Over _ -> refuse(new AlreadyOver(request.contact()));
        };
    }

    private static List<ContactEvent> begun(Begin request) {
        return List.of(
                received(new Receive(
                        request.taker(), request.contact(), request.channel(), request.receivedAt(), Came.NOTHING)),
                new Answered(request.contact(), request.taker().by()));
    }

    /// Decides whether somebody has answered a contact.
    ///
    /// Errors: never throws; refuses an unknown one, one that another answered first, one that is over.
    /// Source: C1, "answered, who took it".
    public static Decision<ContactEvent, ContactRefusal> answer(Contact contact, Answer request) {
        return switch (contact) {
            case NotReceived _ -> refuse(new UnknownContact(request.contact()));
            case Waiting _ ->
                accept(new Answered(request.contact(), request.taker().by()));
            case Taken _, Asked _ -> refuse(new AnsweredBefore(request.contact()));
            case Over _ -> refuse(new AlreadyOver(request.contact()));
            case Left _ -> refuse(new NotWaiting(request.contact()));
        };
    }

    /// Decides whether whoever called has given up; that is only so while nobody answered.
    ///
    /// Errors: never throws; refuses an unknown contact and one that does not wait.
    /// Source: C1, "abandoned"; C12.
    public static Decision<ContactEvent, ContactRefusal> abandon(Contact contact, Abandon request) {
        return switch (contact) {
            case NotReceived _ -> refuse(new UnknownContact(request.contact()));
            case Waiting _ -> accept(new Abandoned(request.contact()));
            case Taken _, Asked _, Over _, Left _ -> refuse(new NotWaiting(request.contact()));
        };
    }

    /// Decides whether somebody takes over what another left unfinished.
    ///
    /// Errors: never throws; refuses an unknown contact, one nobody has, one that is over, one that is theirs.
    /// Source: C1; ARCHITECTURE, "No incident is ever held by nobody".
    public static Decision<ContactEvent, ContactRefusal> takeOver(Contact contact, TakeOver request) {
        return switch (contact) {
            case NotReceived _ -> refuse(new UnknownContact(request.contact()));
            case Waiting _, Left _ -> refuse(new NotWaiting(request.contact()));
            case Taken taken -> takenOver(taken.by(), request);
            case Asked asked -> takenOver(asked.taken().by(), request);
            case Over _ -> refuse(new AlreadyOver(request.contact()));
        };
    }

    private static Decision<ContactEvent, ContactRefusal> takenOver(ActorId from, TakeOver request) {
        ActorId by = request.taker().by();
        return from.equals(by)
                ? refuse(new AnsweredBefore(request.contact()))
                : accept(new TakenOver(request.contact(), from, by));
    }

    /// Decides whether the channel is put right.
    ///
    /// Errors: never throws; refuses an unknown contact, one that is over, one that another has, one nobody has.
    /// Source: C1, "whatever its channel".
    public static Decision<ContactEvent, ContactRefusal> putChannelRight(Contact contact, PutChannelRight request) {
        return switch (contact) {
            case NotReceived _ -> refuse(new UnknownContact(request.contact()));
            case Taken taken
            when taken.by().equals(request.taker().by()) ->
                accept(new ChannelPutRight(request.contact(), request.channel()));
            case Taken _, Asked _ -> refuse(new AnsweredBefore(request.contact()));
            case Waiting _, Left _ -> refuse(new NotWaiting(request.contact()));
            case Over _ -> refuse(new AlreadyOver(request.contact()));
        };
    }

    /// Decides what a contact becomes, with everything that was told and judged.
    ///
    /// Units: `answers` and urgency as in the question set in force.
    /// Errors: never throws; refuses a contact that another has or that is over; for an incident an unknown type or
    /// grade, an answer the set does not have, a missing or undecided place, a grade that differs without a reason;
    /// in every case a contact without a word.
    /// Source: C1, C2; FIELD, rows 12, 13, 22.
    public static Decision<ContactEvent, ContactRefusal> finish(Contact contact, Finish request, Grading grading) {
        return switch (contact) {
            case NotReceived _ ->
                told(
                        begun(new Begin(request.taker(), request.contact(), request.channel(), request.receivedAt())),
                        request,
                        grading);
            case Waiting _ ->
                told(List.of(new Answered(request.contact(), request.taker().by())), request, grading);
            case Taken taken when taken.by().equals(request.taker().by()) -> told(List.of(), request, grading);
            case Taken _, Asked _ -> refuse(new AnsweredBefore(request.contact()));
            case Over _ -> refuse(new AlreadyOver(request.contact()));
            case Left _ -> refuse(new NotWaiting(request.contact()));
        };
    }

    private static Decision<ContactEvent, ContactRefusal> told(
            List<ContactEvent> first, Finish request, Grading grading) {
        Optional<ContactRefusal> fault = fault(request, grading);
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        var events = new ArrayList<>(first);
        events.add(told(request.contact(), request.account()));
        grading.recommended().ifPresent(recommended -> events.add(assessed(request, recommended)));
        events.add(
                switch (request.outcome()) {
                    case Outcome.OpenIncident open ->
                        new IncidentAsked(request.contact(), null, risks(grading), open.foundBy());
                    case Outcome.LinkTo link -> new IncidentAsked(request.contact(), link.incident(), List.of(), null);
                    case Outcome.End end -> new Ended(request.contact(), end.ending(), PersonalText.of(end.words()));
                });
        return new Decision.Accepted<>(events);
    }

    private static List<Risk> risks(Grading grading) {
        return Stream.of(Risk.values())
                .filter(risk -> risk == Risk.REPEAT && grading.repeat()
                        || grading.recommended()
                                .map(Recommendation::risks)
                                .orElse(Set.of())
                                .contains(risk))
                .toList();
    }

    private static Optional<ContactRefusal> fault(Finish request, Grading grading) {
        Account account = request.account();
        boolean typed = grading.recommended().isPresent();
        if (!account.type().isEmpty() && !typed) {
            return Optional.of(new UnknownType(account.type()));
        }
        return switch (request.outcome()) {
            case Outcome.OpenIncident _ when !typed -> Optional.of(new UnknownType(account.type()));
            case Outcome.OpenIncident _ when account.place().words().isBlank() -> Optional.of(new PlaceMissing());
            case Outcome.OpenIncident _
            when account.place().undecided() ->
                Optional.of(new PlaceNotChosen(account.place().candidates()));
            case Outcome.OpenIncident _, Outcome.LinkTo _
            when account.said().isBlank() -> Optional.of(new WordsMissing());
            case Outcome.End end
            when end.words().isBlank() && account.said().isBlank() -> Optional.of(new WordsMissing());
            case Outcome.OpenIncident _, Outcome.LinkTo _, Outcome.End _ -> judgement(request, grading);
        };
    }

    private static Optional<ContactRefusal> judgement(Finish request, Grading grading) {
        if (grading.recommended().isEmpty()) {
            return Optional.empty();
        }
        Assessment assessment = request.assessment();
        Optional<Map.Entry<String, String>> unknown = Recommend.unknown(grading.questions(), assessment.answers());
        if (unknown.isPresent()) {
            return Optional.of(
                    new UnknownAnswer(unknown.get().getKey(), unknown.get().getValue()));
        }
        Grade recommended = grading.recommended().get().grade();
        Grade given = assessment.given();
        if (given == null || given.equals(recommended)) {
            return Optional.empty();
        }
        if (!grading.grades().byUrgency().contains(given)) {
            return Optional.of(new UnknownGrade(given));
        }
        return assessment.because().isBlank() && request.outcome() instanceof Outcome.OpenIncident
                ? Optional.of(new BecauseMissing(recommended, given))
                : Optional.empty();
    }

    private static Told told(ContactId contact, Account account) {
        return new Told(
                contact,
                account.type().isEmpty() ? null : account.type(),
                account.place().locality(),
                account.place().point(),
                account.place().borough(),
                account.place().ward(),
                account.place().areas(),
                PersonalText.of(account.number()),
                PersonalText.of(account.name()),
                PersonalText.of(account.place().words()),
                PersonalText.of(account.said()));
    }

    private static Assessed assessed(Finish request, Recommendation recommended) {
        Assessment assessment = request.assessment();
        Thrive thrive = assessment.thrive();
        Grade given = assessment.given();
        return new Assessed(
                request.contact(),
                assessment.answers(),
                recommended.points(),
                recommended.grade(),
                recommended.words(),
                given == null ? recommended.grade() : given,
                thrive.complete(),
                PersonalText.of(assessment.because()),
                PersonalText.of(thrive.threat()),
                PersonalText.of(thrive.harm()),
                PersonalText.of(thrive.risk()),
                PersonalText.of(thrive.investigation()),
                PersonalText.of(thrive.vulnerability()),
                PersonalText.of(thrive.engagement()));
    }
}

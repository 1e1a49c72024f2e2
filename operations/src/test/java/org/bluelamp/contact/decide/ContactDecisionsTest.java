package org.bluelamp.contact.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.Abandoned;
import org.bluelamp.contact.ContactEvent.Answered;
import org.bluelamp.contact.ContactEvent.Ended;
import org.bluelamp.contact.ContactEvent.Received;
import org.bluelamp.contact.ContactEvent.TakenOver;
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
import org.bluelamp.contact.ContactRequest.Finish;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactRequest.TakeOver;
import org.bluelamp.contact.Ending;
import org.bluelamp.contact.PlaceTold;
import org.bluelamp.contact.Recommendation;
import org.bluelamp.contact.Thrive;
import org.bluelamp.contact.decide.DecideContact.Grading;
import org.bluelamp.contact.decide.Recommend.Grades;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.Test;

class ContactDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:04:00Z");
    private static final ContactId CONTACT = new ContactId("c-00000000000004d2");
    private static final ActorId HALE = new ActorId("p-101");
    private static final ActorId WICK = new ActorId("p-202");
    private static final PersonalText NOTHING = PersonalText.of("");
    private static final ContactEvent RECEIVED =
            new Received(CONTACT, ContactChannel.EMERGENCY_CALL, NOW, NOTHING, NOTHING, NOTHING, NOTHING);
    private static final Contact WAITING = Contact.from(List.of(RECEIVED));
    private static final Contact HALES = Contact.from(List.of(RECEIVED, new Answered(CONTACT, HALE)));
    private static final Grade I = new Grade("I");
    private static final Grade E = new Grade("E");
    private static final Grading GRADING = new Grading(
            new Grades(List.of(I, E)),
            Optional.empty(),
            Optional.of(new Recommendation(I, 0, List.of(), Set.of())),
            false);

    @Test
    void a_waiting_call_is_answered_once_and_then_abandoned_no_more() {
        assertThat(DecideContact.answer(WAITING, new Answer(by(HALE), CONTACT)))
                .isEqualTo(accept(new Answered(CONTACT, HALE)));
        assertThat(DecideContact.answer(HALES, new Answer(by(WICK), CONTACT)))
                .isEqualTo(refuse(new AnsweredBefore(CONTACT)));
        assertThat(DecideContact.answer(new Contact.NotReceived(), new Answer(by(WICK), CONTACT)))
                .isEqualTo(refuse(new UnknownContact(CONTACT)));
        assertThat(DecideContact.abandon(WAITING, new Abandon(by(WICK), CONTACT)))
                .isEqualTo(accept(new Abandoned(CONTACT)));
        assertThat(DecideContact.abandon(HALES, new Abandon(by(WICK), CONTACT)))
                .isEqualTo(refuse(new NotWaiting(CONTACT)));
    }

    @Test
    void what_one_leaves_unfinished_another_takes_over_and_the_first_has_it_no_more() {
        var taken = new TakenOver(CONTACT, HALE, WICK);
        assertThat(DecideContact.takeOver(HALES, new TakeOver(by(WICK), CONTACT)))
                .isEqualTo(accept(taken));
        assertThat(DecideContact.takeOver(HALES, new TakeOver(by(HALE), CONTACT)))
                .isEqualTo(refuse(new AnsweredBefore(CONTACT)));
        Contact wicks = Contact.from(List.of(RECEIVED, new Answered(CONTACT, HALE), taken));
        assertThat(DecideContact.finish(wicks, finish(account("FIGHT", "x", "words", 1), Assessment.NONE), GRADING))
                .isEqualTo(refuse(new AnsweredBefore(CONTACT)));
    }

    @Test
    void an_incident_needs_a_type_a_place_that_is_decided_and_a_word() {
        assertThat(refusal(account("", "x", "words", 1), noType())).isEqualTo(new UnknownType(""));
        assertThat(refusal(account("FIGHT", " ", "words", 0), GRADING)).isEqualTo(new PlaceMissing());
        assertThat(refusal(account("FIGHT", "Church Street", "words", 2), GRADING))
                .isEqualTo(new PlaceNotChosen(2));
        assertThat(refusal(account("FIGHT", "Church Street", " ", 1), GRADING)).isEqualTo(new WordsMissing());
    }

    @Test
    void another_grade_than_recommended_is_one_of_the_scheme_and_has_a_reason() {
        Account told = account("FIGHT", "Church Street", "words", 1);
        assertThat(decide(told, judged(E, ""))).isEqualTo(refuse(new BecauseMissing(I, E)));
        assertThat(decide(told, judged(new Grade("Z"), "x"))).isEqualTo(refuse(new UnknownGrade(new Grade("Z"))));
        assertThat(decide(told, judged(E, "both have gone"))).isInstanceOf(Decision.Accepted.class);
        assertThat(decide(told, judged(I, ""))).isInstanceOf(Decision.Accepted.class);
        var answered = new Assessment(Map.of("WEAPON", "YES"), null, "", Thrive.NOTHING);
        assertThat(decide(told, answered)).isEqualTo(refuse(new UnknownAnswer("WEAPON", "YES")));
    }

    @Test
    void a_question_is_answered_without_a_type_and_it_is_over() {
        var request = new Finish(
                by(HALE),
                CONTACT,
                ContactChannel.EMERGENCY_CALL,
                NOW,
                account("", "", "", 0),
                Assessment.NONE,
                new Outcome.End(Ending.SIGNPOSTED, "the council"));
        var decision = DecideContact.finish(HALES, request, noType());
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        if (decision instanceof Decision.Accepted<ContactEvent, ContactRefusal>(List<ContactEvent> events)) {
            assertThat(events.getLast())
                    .isEqualTo(new Ended(CONTACT, Ending.SIGNPOSTED, PersonalText.of("the council")));
            var all = new java.util.ArrayList<>(List.of(RECEIVED, new Answered(CONTACT, HALE)));
            all.addAll(events);
            assertThat(DecideContact.finish(Contact.from(all), request, noType()))
                    .isEqualTo(refuse(new AlreadyOver(CONTACT)));
        }
    }

    private static Grading noType() {
        return new Grading(GRADING.grades(), Optional.empty(), Optional.empty(), false);
    }

    private static ContactRefusal refusal(Account account, Grading grading) {
        return switch (DecideContact.finish(HALES, finish(account, Assessment.NONE), grading)) {
            case Decision.Refused<ContactEvent, ContactRefusal>(ContactRefusal refusal) -> refusal;
            case Decision.Accepted<ContactEvent, ContactRefusal> accepted -> throw new AssertionError(accepted);
        };
    }

    private static Decision<ContactEvent, ContactRefusal> decide(Account account, Assessment assessment) {
        return DecideContact.finish(HALES, finish(account, assessment), GRADING);
    }

    private static Assessment judged(Grade given, String because) {
        return new Assessment(Map.of(), given, because, Thrive.NOTHING);
    }

    private static Account account(String type, String place, String said, int candidates) {
        return new Account(type, "", "", new PlaceTold(place, null, null, null, null, null, candidates), said);
    }

    private static Finish finish(Account account, Assessment assessment) {
        return new Finish(
                by(HALE),
                CONTACT,
                ContactChannel.EMERGENCY_CALL,
                NOW,
                account,
                assessment,
                new Outcome.OpenIncident(null));
    }

    private static CallTaker by(ActorId who) {
        return new CallTaker(
                who, new RoleCode("COMMUNICATIONS_OFFICER"), null, EnteredHow.SCREEN, NOW, new RequestKey("key-12345"));
    }
}

package org.bluelamp.control.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.FixedPolicies;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.CallerLinked;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.Coded;
import org.bluelamp.control.IncidentEvent.DuplicateLinked;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.RegradeAsked;
import org.bluelamp.control.IncidentEvent.Regraded;
import org.bluelamp.control.IncidentEvent.Release;
import org.bluelamp.control.IncidentEvent.Reopened;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.control.IncidentEvent.SameAs;
import org.bluelamp.control.IncidentEvent.UnitAssigned;
import org.bluelamp.control.IncidentEvent.UnitReleased;
import org.bluelamp.control.IncidentEvent.UnitRestored;
import org.bluelamp.control.IncidentEvent.UnitStatusSaid;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.CodeMissing;
import org.bluelamp.control.IncidentRefusal.CrimeNumberForm;
import org.bluelamp.control.IncidentRefusal.GradeUnchanged;
import org.bluelamp.control.IncidentRefusal.NothingToUndo;
import org.bluelamp.control.IncidentRefusal.UnitCommitted;
import org.bluelamp.control.IncidentRefusal.UnitNotSendable;
import org.bluelamp.control.IncidentRefusal.UnitsStillCommitted;
import org.bluelamp.control.IncidentRefusal.UnknownUnit;
import org.bluelamp.control.IncidentRefusal.WhyMissing;
import org.bluelamp.control.IncidentRequest.AskRegrade;
import org.bluelamp.control.IncidentRequest.Assign;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.Counts;
import org.bluelamp.control.IncidentRequest.Divert;
import org.bluelamp.control.IncidentRequest.LinkCaller;
import org.bluelamp.control.IncidentRequest.LinkDuplicate;
import org.bluelamp.control.IncidentRequest.Regrade;
import org.bluelamp.control.IncidentRequest.Reopen;
import org.bluelamp.control.IncidentRequest.SayStatus;
import org.bluelamp.control.IncidentRequest.Undo;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.junit.jupiter.api.Test;

class DespatchDecisionsTest {
    private static final Instant AT = Instant.parse("2026-11-22T20:56:00Z");
    private static final ActorId HALE = new ActorId("p-101");
    private static final ActorId MARSH = new ActorId("p-202");
    private static final IncidentRef FIGHT = IncidentRef.of("2026-11-22-1184");
    private static final IncidentRef BURGLARY = IncidentRef.of("2026-11-22-1182");
    private static final TourRef MP12 = TourRef.of("2026-11-22-MP12-1");
    private static final UnitEvent ON =
            new UnitEvent.CameOn(MP12, "RESPONSE", null, List.of(MARSH), List.of(), AT.plusSeconds(3600));

    @Test
    void a_free_unit_is_sent() {
        assertThat(decide(new Assign(asked(HALE), FIGHT, MP12, ""), List.of(opened(FIGHT, "I")), List.of(ON)))
                .isEqualTo(accept(new UnitAssigned(FIGHT, 2, MP12, null)));
    }

    @Test
    void a_unit_that_is_not_on_duty_is_not_sent() {
        assertThat(decide(new Assign(asked(HALE), FIGHT, MP12, ""), List.of(opened(FIGHT, "I")), List.of()))
                .isEqualTo(refuse(new UnknownUnit(MP12)));
    }

    @Test
    void a_committed_unit_is_not_assigned_and_the_despatcher_is_told_where_it_is() {
        assertThat(decide(
                        new Assign(asked(HALE), FIGHT, MP12, ""),
                        List.of(opened(FIGHT, "I")),
                        List.of(ON, new UnitEvent.Assigned(MP12, BURGLARY))))
                .isEqualTo(refuse(new UnitCommitted(MP12.callsign(), BURGLARY)));
    }

    @Test
    void a_unit_at_its_meal_is_sent_with_a_reason_and_one_that_is_not_available_never() {
        var atMeal = List.of(ON, new UnitEvent.StatusSaid(MP12, UnitStatus.MEAL_BREAK));
        assertThat(decide(new Assign(asked(HALE), FIGHT, MP12, ""), List.of(opened(FIGHT, "I")), atMeal))
                .isEqualTo(refuse(new WhyMissing("Sending MP12 (MEAL_BREAK)")));
        assertThat(decide(new Assign(asked(HALE), FIGHT, MP12, "nearest"), List.of(opened(FIGHT, "I")), atMeal))
                .isEqualTo(accept(
                        new UnitAssigned(FIGHT, 2, MP12, null), new NoteAdded(FIGHT, 3, PersonalText.of("nearest"))));
        assertThat(decide(
                        new Assign(asked(HALE), FIGHT, MP12, "nearest"),
                        List.of(opened(FIGHT, "I")),
                        List.of(ON, new UnitEvent.StatusSaid(MP12, UnitStatus.NOT_AVAILABLE))))
                .isEqualTo(refuse(new UnitNotSendable(MP12.callsign(), "NOT_AVAILABLE")));
    }

    @Test
    void a_divert_releases_the_unit_there_and_sends_it_here_with_one_reason() {
        Before before = Given.standing(
                Map.of(
                        FIGHT, Incident.from(List.of(opened(FIGHT, "I"))),
                        BURGLARY,
                                Incident.from(
                                        List.of(opened(BURGLARY, "S"), new UnitAssigned(BURGLARY, 2, MP12, null)))),
                Map.of(MP12, Unit.from(List.of(ON, new UnitEvent.Assigned(MP12, BURGLARY)))));
        assertThat(Decide.change(new Divert(asked(HALE), FIGHT, MP12, "a machete"), before))
                .isEqualTo(accept(
                        new UnitReleased(BURGLARY, 3, MP12, Release.DIVERTED, FIGHT, PersonalText.of("a machete")),
                        new UnitAssigned(FIGHT, 2, MP12, BURGLARY)));
        assertThat(Decide.change(new Divert(asked(HALE), FIGHT, MP12, " "), before))
                .isEqualTo(refuse(new WhyMissing("A divert")));
    }

    @Test
    void a_divert_leaves_its_old_need_open_with_the_old_clock() {
        var left = (Incident.Open) Incident.from(List.of(
                opened(BURGLARY, "S"),
                new UnitAssigned(BURGLARY, 2, MP12, null),
                new UnitReleased(BURGLARY, 3, MP12, Release.DIVERTED, FIGHT, PersonalText.of("a machete"))));
        assertThat(left.needsUnit()).isTrue();
        assertThat(left.course().attendBy()).isEqualTo(AT.plusSeconds(720));
    }

    @Test
    void an_assignment_is_taken_back_by_whoever_made_it_within_the_time() {
        var log = List.of(opened(FIGHT, "I"), new UnitAssigned(FIGHT, 2, MP12, null));
        var units = List.of(ON, new UnitEvent.Assigned(MP12, FIGHT));
        assertThat(undo(HALE, AT.minusSeconds(20), log, units))
                .isEqualTo(accept(new UnitReleased(FIGHT, 3, MP12, Release.UNDONE, null, PersonalText.of(""))));
        assertThat(undo(HALE, AT.minusSeconds(31), log, units)).isEqualTo(refuse(new NothingToUndo(FIGHT)));
        assertThat(undo(MARSH, AT.minusSeconds(20), log, units)).isEqualTo(refuse(new NothingToUndo(FIGHT)));
    }

    @Test
    void a_stand_down_is_taken_back_and_the_unit_is_as_it_was() {
        var standDown = new UnitReleased(FIGHT, 4, MP12, Release.STOOD_DOWN, null, PersonalText.of("not needed"));
        var log = List.<IncidentEvent>of(
                opened(FIGHT, "I"),
                new UnitAssigned(FIGHT, 2, MP12, null),
                new UnitStatusSaid(FIGHT, 3, MP12, UnitStatus.ON_THE_WAY, null),
                standDown);
        var before = new Before(
                Map.of(FIGHT, Incident.from(log)),
                Map.of(MP12, Unit.from(List.of(ON))),
                Optional.of(AT),
                Optional.of(new Before.LastDespatch(HALE, AT.minusSeconds(5), List.of(standDown))),
                false,
                Given.rules(FixedPolicies.SCHEME));
        assertThat(Decide.change(new Undo(asked(HALE), FIGHT), before))
                .isEqualTo(accept(new UnitRestored(FIGHT, 5, MP12, UnitStatus.ON_THE_WAY)));
    }

    @Test
    void an_arrival_reported_after_closing_is_kept_and_given_to_whoever_closed_it() {
        var log = List.of(opened(FIGHT, "I"), new Closed(FIGHT, 2, "NO_TRACE", MARSH, PersonalText.of("")));
        assertThat(decide(
                        new SayStatus(asked(HALE), FIGHT, MP12, UnitStatus.AT_SCENE, AT.minusSeconds(1560)),
                        log,
                        List.of(ON)))
                .isEqualTo(accept(new UnitStatusSaid(FIGHT, 3, MP12, UnitStatus.AT_SCENE, MARSH)));
    }

    @Test
    void a_status_of_a_unit_that_is_not_known_to_be_here_is_kept_for_whoever_entered_it() {
        assertThat(decide(
                        new SayStatus(asked(HALE), FIGHT, MP12, UnitStatus.AT_SCENE, AT),
                        List.of(opened(FIGHT, "I")),
                        List.of(ON)))
                .isEqualTo(accept(new UnitStatusSaid(FIGHT, 2, MP12, UnitStatus.AT_SCENE, HALE)));
    }

    @Test
    void another_grade_needs_a_reason_and_has_its_own_time_from_the_opening() {
        var log = List.of(opened(FIGHT, "S"));
        assertThat(decide(new Regrade(asked(HALE), FIGHT, new Grade("I"), "a weapon"), log, List.of()))
                .isEqualTo(accept(new Regraded(
                        FIGHT, 2, new Grade("S"), new Grade("I"), AT.plusSeconds(720), PersonalText.of("a weapon"))));
        assertThat(decide(new Regrade(asked(HALE), FIGHT, new Grade("S"), "x"), log, List.of()))
                .isEqualTo(refuse(new GradeUnchanged(new Grade("S"))));
        assertThat(decide(new Regrade(asked(HALE), FIGHT, new Grade("I"), ""), log, List.of()))
                .isEqualTo(refuse(new WhyMissing("Another grade")));
        assertThat(decide(new AskRegrade(asked(HALE), FIGHT, null, "she is alone"), log, List.of()))
                .isEqualTo(accept(new RegradeAsked(FIGHT, 2, null, PersonalText.of("she is alone"))));
    }

    @Test
    void a_duplicate_keeps_its_log_and_is_closed_and_the_other_says_so() {
        Before before = Given.standing(
                Map.of(
                        FIGHT, Incident.from(List.of(opened(FIGHT, "I"))),
                        BURGLARY, Incident.from(List.of(opened(BURGLARY, "S")))),
                Map.of());
        assertThat(Decide.change(new LinkDuplicate(asked(HALE), FIGHT, BURGLARY), before))
                .isEqualTo(accept(
                        new SameAs(FIGHT, 2, BURGLARY),
                        new Closed(FIGHT, 3, "DUPLICATE", HALE, PersonalText.of("")),
                        new DuplicateLinked(BURGLARY, 2, FIGHT)));
    }

    @Test
    void one_more_caller_is_kept_on_an_open_log_and_on_a_closed_one() {
        var linked = new LinkCaller(
                asked(HALE), FIGHT, "2026-11-22-3311", Channel.EMERGENCY_CALL, "07700 900442", "they run");
        assertThat(decide(linked, List.of(opened(FIGHT, "I")), List.of())).isEqualTo(accept(caller(2)));
        assertThat(decide(
                        linked,
                        List.of(opened(FIGHT, "I"), new Closed(FIGHT, 2, "NO_TRACE", MARSH, PersonalText.of(""))),
                        List.of()))
                .isEqualTo(accept(caller(3)));
    }

    private static CallerLinked caller(int line) {
        return new CallerLinked(
                FIGHT,
                line,
                "2026-11-22-3311",
                Channel.EMERGENCY_CALL,
                PersonalText.of("07700 900442"),
                PersonalText.of("they run"));
    }

    @Test
    void a_log_with_a_unit_on_it_is_not_closed() {
        assertThat(decide(
                        new Close(asked(HALE), FIGHT, "NO_TRACE", ""),
                        List.of(opened(FIGHT, "I"), new UnitAssigned(FIGHT, 2, MP12, null)),
                        List.of(ON)))
                .isEqualTo(refuse(new UnitsStillCommitted(FIGHT, 1)));
    }

    @Test
    void what_counts_is_closed_only_once_it_is_said_how_it_counts() {
        var log = List.of(opened(FIGHT, "I"));
        assertThat(decide(close("ARREST", Counts.NOT_SAID), log, List.of()))
                .isEqualTo(refuse(new IncidentRefusal.UnknownResult("ARREST")));
        assertThat(decide(close("CRIME", Counts.NOT_SAID), log, List.of())).isEqualTo(refuse(new CodeMissing(FIGHT)));
        assertThat(decide(close("CRIME", new Counts("12", null, "PSW")), log, List.of()))
                .isEqualTo(refuse(new CrimeNumberForm("#######/##")));
        assertThat(decide(close("CRIME", new Counts("6541234/26", null, "PSW")), log, List.of()))
                .isEqualTo(accept(
                        new Coded(FIGHT, 2, "6541234/26", null, "PSW"),
                        new Closed(FIGHT, 3, "CRIME", HALE, PersonalText.of(""))));
    }

    private static Close close(String result, Counts counts) {
        return new Close(asked(HALE), FIGHT, result, "", counts);
    }

    @Test
    void a_closed_incident_goes_on_with_a_reason_and_needs_a_unit_again() {
        var log = List.<IncidentEvent>of(
                opened(FIGHT, "I"), new Closed(FIGHT, 2, "NO_TRACE", MARSH, PersonalText.of("")));
        var reopened = new Reopened(FIGHT, 3, PersonalText.of("they are back"));
        assertThat(decide(new Reopen(asked(HALE), FIGHT, "they are back"), log, List.of()))
                .isEqualTo(accept(reopened));
        assertThat(((Incident.Open) Incident.from(log).after(reopened)).needsUnit())
                .isTrue();
    }

    @Test
    void the_queue_is_by_grade_then_need_then_time_and_a_risk_to_life_goes_before() {
        String waiting = rank("S", Set.of(), 60);
        assertThat(List.of(rank("I", Set.of(), 12), rank("S", Set.of(Risk.LIFE), 60)))
                .allSatisfy(rank -> assertThat(rank).isLessThan(waiting));
        assertThat(rank("S", Set.of(Risk.VULNERABLE), 60)).isLessThan(waiting);
        assertThat(rank("S", Set.of(), 30)).isLessThan(waiting);
    }

    private static String rank(String grade, Set<Risk> risks, int minutes) {
        return Queue.place(
                        new Queue.Standing(
                                FIGHT,
                                new Grade(grade),
                                org.bluelamp.control.IncidentView.Stage.WAITING,
                                risks,
                                AT,
                                AT.plusSeconds(60L * minutes),
                                false),
                        FixedPolicies.SCHEME,
                        FixedPolicies.QUEUE)
                .rank();
    }

    private static Decision<IncidentEvent, IncidentRefusal> undo(
            ActorId by, Instant sentAt, List<? extends IncidentEvent> log, List<UnitEvent> units) {
        return Decide.change(
                new Undo(asked(by), FIGHT),
                new Before(
                        Map.of(FIGHT, Incident.from(List.copyOf(log))),
                        Map.of(MP12, Unit.from(units)),
                        Optional.of(AT),
                        Optional.of(
                                new Before.LastDespatch(HALE, sentAt, List.of(new UnitAssigned(FIGHT, 2, MP12, null)))),
                        false,
                        Given.rules(FixedPolicies.SCHEME)));
    }

    private static Decision<IncidentEvent, IncidentRefusal> decide(
            Change request, List<? extends IncidentEvent> log, List<UnitEvent> units) {
        return Decide.change(
                request,
                new Before(
                        Map.of(request.incident(), Incident.from(List.copyOf(log))),
                        Map.of(MP12, Unit.from(units)),
                        Optional.of(AT),
                        Optional.empty(),
                        false,
                        Given.rules(FixedPolicies.SCHEME)));
    }

    private static Opened opened(IncidentRef ref, String grade) {
        return new Opened(
                ref,
                "FIGHT",
                new Grade(grade),
                Channel.EMERGENCY_CALL,
                "Rupert Street, W1D",
                null,
                new BoroughCode("E09000033"),
                null,
                null,
                AT.plusSeconds(720),
                PersonalText.of("21 Rupert Street"),
                PersonalText.of("a fight"),
                PersonalText.of(""));
    }

    private static Asked asked(ActorId by) {
        return new Asked(
                new Sight(by, null), new RoleCode("DESPATCHER"), EnteredHow.SCREEN, AT, new RequestKey("key-00000001"));
    }
}

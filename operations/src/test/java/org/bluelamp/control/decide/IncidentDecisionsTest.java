package org.bluelamp.control.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
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
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentDecisionsTest {
    private static final Grade IMMEDIATE = new Grade("I");
    private static final Grade REFERRED = new Grade("R");
    private static final GradingScheme SCHEME = new GradingScheme(
            List.of(
                    new GradingScheme.GradeRow(
                            IMMEDIATE, "Immediate", Optional.of(Duration.ofMinutes(12)), "control-room"),
                    new GradingScheme.GradeRow(REFERRED, "Referred", Optional.empty(), "control-room")),
            List.of(new GradingScheme.TypeRow("FIGHT", "Fight", IMMEDIATE)),
            List.of(new GradingScheme.ResultRow("DONE", "Dealt with")));
    private static final Instant AT = Instant.parse("2026-11-22T20:56:00Z");
    private static final ActorId HALE = new ActorId("p-101");
    private static final ActorId MARSH = new ActorId("p-202");
    private static final IncidentDay DAY = new IncidentDay(LocalDate.of(2026, 11, 22), 1_183);
    private static final IncidentRef REF = IncidentRef.of("2026-11-22-1184");
    private static final PlaceGiven RUPERT = new PlaceGiven.Located(
            "21 Rupert Street",
            "Rupert Street, W1D",
            new Coordinate(51_511_400, -132_900),
            new BoroughCode("E09000033"),
            "West End",
            "2025-12");
    private static final Opened OPENED = new Opened(
            REF,
            "FIGHT",
            IMMEDIATE,
            Channel.EMERGENCY_CALL,
            "Rupert Street, W1D",
            new Coordinate(51_511_400, -132_900),
            new BoroughCode("E09000033"),
            "West End",
            "2025-12",
            Instant.parse("2026-11-22T21:08:00Z"),
            PersonalText.of("21 Rupert Street"),
            PersonalText.of("two groups, one has a machete"),
            PersonalText.of("07700 900441"));
    private static final Closed CLOSED = new Closed(REF, 2, "DONE", MARSH, PersonalText.of(""));

    @Test
    void an_incident_opens_under_the_next_number_of_the_day_with_its_types_grade_and_time_to_attend() {
        assertThat(Given.opened(DAY, open("FIGHT", null, RUPERT, "two groups, one has a machete"), SCHEME))
                .isEqualTo(accept(OPENED));
    }

    @Test
    void a_grade_that_is_said_stands_before_the_one_of_the_type_and_may_name_no_time() {
        var described = new PlaceGiven.Described("behind the old bakery");
        assertThat(Given.opened(DAY, open("FIGHT", REFERRED, described, "they have left"), SCHEME))
                .isEqualTo(accept(new Opened(
                        REF,
                        "FIGHT",
                        REFERRED,
                        Channel.EMERGENCY_CALL,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        PersonalText.of("behind the old bakery"),
                        PersonalText.of("they have left"),
                        PersonalText.of("07700 900441"))));
    }

    @Test
    void a_type_the_policy_does_not_have_is_refused() {
        assertThat(Given.opened(DAY, open("DRAGON", null, RUPERT, "fire"), SCHEME))
                .isEqualTo(refuse(new UnknownType("DRAGON")));
    }

    @Test
    void a_grade_the_policy_does_not_have_is_refused() {
        assertThat(Given.opened(DAY, open("FIGHT", new Grade("Z"), RUPERT, "fight"), SCHEME))
                .isEqualTo(refuse(new UnknownGrade(new Grade("Z"))));
    }

    @Test
    void an_incident_without_a_place_is_refused() {
        assertThat(Given.opened(DAY, open("FIGHT", null, new PlaceGiven.Described(" "), "fight"), SCHEME))
                .isEqualTo(refuse(new PlaceMissing()));
    }

    @Test
    void a_street_in_two_boroughs_is_refused_until_somebody_chooses() {
        assertThat(Given.opened(DAY, open("FIGHT", null, new PlaceGiven.Undecided("High Street", 2), "fight"), SCHEME))
                .isEqualTo(refuse(new PlaceNotChosen(2)));
    }

    @Test
    void an_incident_without_a_word_is_refused() {
        assertThat(Given.opened(DAY, open("FIGHT", null, RUPERT, " "), SCHEME)).isEqualTo(refuse(new WordsMissing()));
    }

    @Test
    void a_note_is_the_next_line() {
        assertThat(changed(
                        log(OPENED, new NoteAdded(REF, 2, PersonalText.of("a"))),
                        new AddNote(asked(HALE), REF, "second caller")))
                .isEqualTo(accept(new NoteAdded(REF, 3, PersonalText.of("second caller"))));
    }

    @Test
    void a_note_on_a_closed_incident_is_recorded_as_a_report_with_a_conflict_for_whoever_closed_it() {
        assertThat(changed(log(OPENED, CLOSED), new AddNote(asked(HALE), REF, "I arrived at 21:04")))
                .isEqualTo(accept(new ReportedAfterClose(REF, 3, MARSH, PersonalText.of("I arrived at 21:04"))));
    }

    @Test
    void a_note_without_a_word_is_refused() {
        assertThat(changed(log(OPENED), new AddNote(asked(HALE), REF, "  "))).isEqualTo(refuse(new WordsMissing()));
    }

    @Test
    void a_note_on_an_incident_nobody_opened_is_refused() {
        assertThat(changed(log(), new AddNote(asked(HALE), REF, "hello"))).isEqualTo(refuse(new UnknownIncident(REF)));
    }

    @Test
    void a_line_is_corrected_by_a_new_line() {
        assertThat(changed(log(OPENED), new CorrectNote(asked(HALE), REF, 1, "one group")))
                .isEqualTo(accept(new NoteCorrected(REF, 2, 1, PersonalText.of("one group"))));
    }

    @Test
    void a_corrected_line_is_not_corrected_again_but_its_correction_may_be() {
        var corrected = log(OPENED, new NoteCorrected(REF, 2, 1, PersonalText.of("one group")));
        assertThat(changed(corrected, new CorrectNote(asked(HALE), REF, 1, "three")))
                .isEqualTo(refuse(new LineCorrectedBefore(REF, 1)));
        assertThat(changed(corrected, new CorrectNote(asked(HALE), REF, 2, "three")))
                .isEqualTo(accept(new NoteCorrected(REF, 3, 2, PersonalText.of("three"))));
    }

    @Test
    void a_line_that_is_not_there_or_has_no_words_of_its_own_is_not_corrected() {
        assertThat(changed(log(OPENED, CLOSED), new CorrectNote(asked(HALE), REF, 2, "x")))
                .isEqualTo(refuse(new UnknownLine(REF, 2)));
        assertThat(changed(log(OPENED), new CorrectNote(asked(HALE), REF, 9, "x")))
                .isEqualTo(refuse(new UnknownLine(REF, 9)));
    }

    @Test
    void a_closed_log_is_still_put_right() {
        assertThat(changed(log(OPENED, CLOSED), new CorrectNote(asked(HALE), REF, 1, "one group")))
                .isEqualTo(accept(new NoteCorrected(REF, 3, 1, PersonalText.of("one group"))));
    }

    @Test
    void an_incident_is_closed_with_a_result_of_the_policy() {
        assertThat(changed(log(OPENED), new Close(asked(MARSH), REF, "DONE", "")))
                .isEqualTo(accept(CLOSED));
        assertThat(changed(log(OPENED), new Close(asked(MARSH), REF, "LOST", "")))
                .isEqualTo(refuse(new UnknownResult("LOST")));
    }

    @Test
    void a_closed_incident_is_not_closed_again() {
        assertThat(changed(log(OPENED, CLOSED), new Close(asked(HALE), REF, "DONE", "")))
                .isEqualTo(refuse(new IncidentClosed(REF)));
    }

    @Test
    void a_restriction_names_the_persons_and_whoever_asks() {
        assertThat(changed(log(OPENED), new Restrict(asked(MARSH), REF, Set.of(HALE), "officer involved")))
                .isEqualTo(accept(new Restricted(REF, 2, List.of(HALE, MARSH), PersonalText.of("officer involved"))));
    }

    @Test
    void a_restriction_without_a_name_or_a_reason_is_refused() {
        assertThat(changed(log(OPENED), new Restrict(asked(MARSH), REF, Set.of(), "x")))
                .isEqualTo(refuse(new NobodyNamed(REF)));
        assertThat(changed(log(OPENED), new Restrict(asked(MARSH), REF, Set.of(HALE), " ")))
                .isEqualTo(refuse(new ReasonMissing(REF)));
    }

    @Test
    void who_is_not_named_is_told_that_there_is_no_such_incident() {
        var restricted = log(OPENED, new Restricted(REF, 2, List.of(MARSH), PersonalText.of("x")));
        assertThat(changed(restricted, new AddNote(asked(HALE), REF, "hello")))
                .isEqualTo(refuse(new UnknownIncident(REF)));
        assertThat(changed(restricted, new CorrectNote(asked(HALE), REF, 1, "hello")))
                .isEqualTo(refuse(new UnknownIncident(REF)));
        assertThat(changed(restricted, new Close(asked(HALE), REF, "DONE", "")))
                .isEqualTo(refuse(new UnknownIncident(REF)));
        assertThat(changed(restricted, new Restrict(asked(HALE), REF, Set.of(HALE), "me too")))
                .isEqualTo(refuse(new UnknownIncident(REF)));
    }

    @Test
    void who_acts_for_another_borough_is_told_that_there_is_no_such_incident() {
        assertThat(changed(log(OPENED), new AddNote(askedFrom("E09000007"), REF, "hello")))
                .isEqualTo(refuse(new UnknownIncident(REF)));
        assertThat(changed(log(OPENED), new AddNote(askedFrom("E09000033"), REF, "hello")))
                .isEqualTo(accept(new NoteAdded(REF, 2, PersonalText.of("hello"))));
    }

    @Test
    void a_record_that_cannot_be_is_a_defect() {
        assertThatThrownBy(() -> Incident.from(log(OPENED, OPENED))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Incident.from(log(CLOSED))).isInstanceOf(IllegalStateException.class);
    }

    private static Decision<IncidentEvent, IncidentRefusal> changed(List<IncidentEvent> log, Change request) {
        return Given.changed(log, request, SCHEME);
    }

    private static List<IncidentEvent> log(IncidentEvent... events) {
        return List.of(events);
    }

    private static Asked asked(ActorId by) {
        return new Asked(
                new Sight(by, null), new RoleCode("DESPATCHER"), EnteredHow.SCREEN, AT, new RequestKey("key-00000001"));
    }

    private static Asked askedFrom(String borough) {
        return new Asked(
                new Sight(HALE, new BoroughCode(borough)),
                new RoleCode("DUTY_OFFICER"),
                EnteredHow.SCREEN,
                AT,
                new RequestKey("key-00000001"));
    }

    private static Open open(String type, @Nullable Grade grade, PlaceGiven place, String said) {
        return new Open(asked(HALE), type, grade, place, said, "07700 900441", Channel.EMERGENCY_CALL);
    }
}

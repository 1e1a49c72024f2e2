package org.bluelamp.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.FixedPolicies;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.NoActions;
import org.bluelamp.control.NoDesks;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.Withholding;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.jdbc.core.simple.JdbcClient;

class IncidentStoreTest {
    private static final ActorId HALE = new ActorId("p-101");
    private static final ActorId MARSH = new ActorId("p-202");
    private static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");
    private static final BoroughCode CAMDEN = new BoroughCode("E09000007");
    private static final Sight ROOM = new Sight(HALE, null);
    private static TestProgram program;
    private static Incidents incidents;
    private static int keys;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(
                List.of("journal", "control.internal"), FixedPolicies.class, NoActions.class, NoDesks.class);
        incidents = program.get(Incidents.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void every_statement_is_understood_by_the_database() {
        SqlContract.check(
                program.database(),
                IncidentBoard.class,
                IncidentWords.class,
                IncidentWordsWithheld.class,
                IncidentNumbers.class,
                HeldIncidents.class);
    }

    @Test
    void an_incident_is_numbered_listed_and_found_by_number_type_place_and_words() {
        IncidentRef ref = open(HALE, "2026-03-01T10:00:00Z", "Rupert Street", "two groups, one has a machete");
        note(ref, HALE, "2026-03-01T10:01:00Z", "a black Vauxhall left towards Wardour Street");

        assertThat(ref).isEqualTo(IncidentRef.of("2026-03-01-1"));
        assertThat(incidents.open(ROOM)).extracting(IncidentView::incident).contains(ref);
        for (String words : List.of("2026-03-01-1", "Fight machete", "rupert st", "machetes", "vauxhal wardour")) {
            assertThat(incidents.search(words, ROOM))
                    .as(words)
                    .extracting(IncidentView::incident)
                    .contains(ref);
        }
        assertThat(incidents.search("machete Leicester", ROOM)).isEmpty();
        assertThat(incidents.search(" ", ROOM)).isEmpty();
    }

    @Test
    void a_type_is_found_by_its_label() {
        IncidentRef ref = open(HALE, "2026-03-02T10:00:00Z", "Old Compton Street", "shouting");
        assertThat(incidents.search("fight shouting", ROOM))
                .extracting(IncidentView::incident)
                .isEqualTo(List.of(ref));
    }

    @Test
    void the_record_says_who_did_what_when_in_which_role_and_by_which_policy() {
        IncidentRef ref = open(HALE, "2026-03-03T10:00:00Z", "Rupert Street", "fight");
        var entry = incidents.log(ref, ROOM).orElseThrow().entries().getFirst();
        assertThat(entry.type()).isEqualTo("control/incident.opened");
        assertThat(entry.act().actor()).isEqualTo(HALE);
        assertThat(entry.act().role()).isEqualTo(new RoleCode("COMMUNICATIONS_OFFICER"));
        assertThat(entry.act().how()).isEqualTo(EnteredHow.SCREEN);
        assertThat(entry.act().happened().at()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(entry.act().policies()).isEqualTo(List.of(new PolicyUse("grading", 1)));
    }

    @Test
    void the_same_request_sent_twice_opens_one_incident_and_other_words_under_its_key_are_refused() {
        var first = request(asked(HALE, "2026-03-04T10:00:00Z", "double-click-1"), "Rupert Street", "fight");
        var again = request(asked(HALE, "2026-03-04T10:00:01Z", "double-click-1"), "Rupert Street", "fight");
        var other = request(asked(HALE, "2026-03-04T10:00:02Z", "double-click-1"), "Rupert Street", "fire");

        assertThat(incidents.handle(again)).isEqualTo(incidents.handle(first));
        assertThatThrownBy(() -> incidents.handle(other)).isInstanceOf(KeyReused.class);
        IncidentRef next = open(HALE, "2026-03-04T10:00:03Z", "Rupert Street", "another");
        assertThat(next).isEqualTo(IncidentRef.of("2026-03-04-2"));
    }

    @Test
    void a_closing_or_note_or_correction_sent_twice_is_done_once() {
        IncidentRef ref = open(HALE, "2026-03-05T10:00:00Z", "Rupert Street", "fight");
        for (IncidentRequest request : List.of(
                new AddNote(asked(HALE, "2026-03-05T10:01:00Z", "twice-note-1"), ref, "second caller"),
                new CorrectNote(asked(HALE, "2026-03-05T10:02:00Z", "twice-correct-1"), ref, 2, "third caller"),
                new Restrict(asked(HALE, "2026-03-05T10:03:00Z", "twice-restrict-1"), ref, Set.of(MARSH), "officer"),
                new Close(asked(HALE, "2026-03-05T10:04:00Z", "twice-close-1"), ref, "NO_TRACE", "all quiet"))) {
            var done = incidents.handle(request);
            assertThat(done).isInstanceOf(Decision.Accepted.class);
            assertThat(incidents.handle(request)).isEqualTo(done);
        }
        assertThat(incidents.log(ref, ROOM).orElseThrow().entries()).hasSize(5);
        var otherWords = new AddNote(asked(HALE, "2026-03-05T10:05:00Z", "twice-note-1"), ref, "something else");
        assertThatThrownBy(() -> incidents.handle(otherWords)).isInstanceOf(KeyReused.class);
        var secondClose = new Close(asked(MARSH, "2026-03-05T10:06:00Z", "another-key-1"), ref, "NO_TRACE", "");
        assertThat(incidents.handle(secondClose)).isEqualTo(Decision.refuse(new IncidentClosed(ref)));
    }

    @Test
    void a_report_after_closing_is_recorded() {
        IncidentRef ref = open(HALE, "2026-03-06T10:00:00Z", "Rupert Street", "fight");
        handle(new Close(asked(MARSH, "2026-03-06T10:05:00Z", null), ref, "NO_TRACE", ""));
        note(ref, HALE, "2026-03-06T10:30:00Z", "I arrived at 10:04");
        assertThat(incidents.log(ref, ROOM).orElseThrow().events().getLast())
                .isInstanceOf(IncidentEvent.ReportedAfterClose.class);
        assertThat(incidents.find(ref, ROOM).orElseThrow().lines()).isEqualTo(3);
    }

    @Test
    void another_borough_and_the_unnamed_neither_list_nor_find_nor_read_it() {
        IncidentRef ref = open(HALE, "2026-03-07T10:00:00Z", "Rupert Street", "canary-seven");
        Sight camden = new Sight(MARSH, CAMDEN);
        Sight westminster = new Sight(MARSH, WESTMINSTER);
        assertThat(sees(camden, ref, "canary-seven")).isEqualTo(List.of(false, false, false, false));
        assertThat(sees(westminster, ref, "canary-seven")).isEqualTo(List.of(true, true, true, true));

        handle(new Restrict(asked(HALE, "2026-03-07T10:01:00Z", null), ref, Set.of(new ActorId("p-303")), "officer"));
        assertThat(sees(westminster, ref, "canary-seven")).isEqualTo(List.of(false, false, false, false));
        assertThat(sees(ROOM, ref, "canary-seven")).isEqualTo(List.of(true, true, true, true));
        assertThat(sees(new Sight(new ActorId("p-303"), CAMDEN), ref, "canary-seven"))
                .isEqualTo(List.of(true, true, true, true));
        var unnamed = new AddNote(asked(MARSH, "2026-03-07T10:02:00Z", null), ref, "hello");
        assertThat(incidents.handle(unnamed)).isEqualTo(Decision.refuse(new UnknownIncident(ref)));
    }

    @Test
    void withheld_words_are_found_no_more_and_the_log_says_that_they_were_withheld() {
        IncidentRef ref = open(HALE, "2026-03-08T10:00:00Z", "Zebedee Lane", "zebra crossing blocked");
        assertThat(incidents.search("zebra", ROOM))
                .extracting(IncidentView::incident)
                .contains(ref);
        var at = new Happened(Instant.parse("2026-03-09T10:00:00Z"), Happened.Precision.MICROSECOND, "screen");
        program.get(Withholding.class)
                .withhold(Incidents.stream(ref), "retention", Act.byScreen(HALE, new RoleCode("ADMINISTRATOR"), at));

        assertThat(incidents.search("zebra", ROOM)).isEmpty();
        assertThat(incidents.search("Zebedee", ROOM))
                .extracting(IncidentView::incident)
                .contains(ref);
        var opened = (IncidentEvent.Opened)
                incidents.log(ref, ROOM).orElseThrow().events().getFirst();
        assertThat(opened.said().orMark()).isEqualTo("[withheld]");
    }

    @Test
    void despatchers_at_once_get_every_number_once() throws Exception {
        int despatchers = 8;
        int each = 10;
        try (var pool = Executors.newFixedThreadPool(despatchers)) {
            var work = IntStream.range(0, despatchers)
                    .<Callable<List<Integer>>>mapToObj(despatcher -> () -> IntStream.range(0, each)
                            .map(_ -> open(
                                            new ActorId("p-" + (500 + despatcher)),
                                            "2026-03-10T10:00:00Z",
                                            "Rupert Street",
                                            "fight")
                                    .number())
                            .boxed()
                            .toList())
                    .toList();
            var given = new ArrayList<Integer>();
            for (var result : pool.invokeAll(work)) {
                given.addAll(result.get());
            }
            assertThat(given.stream().sorted().toList())
                    .isEqualTo(
                            IntStream.rangeClosed(1, despatchers * each).boxed().toList());
        }
    }

    @Test
    void despatchers_on_two_nodes_get_every_number_once_however_often_they_overtake_each_other() throws Exception {
        int each = 20;
        try (TestProgram second = TestProgram.on(
                        program.database(),
                        WebApplicationType.NONE,
                        List.of("journal", "control.internal"),
                        FixedPolicies.class,
                        NoDesks.class,
                        NoActions.class);
                var pool = Executors.newFixedThreadPool(2)) {
            var work = List.of(incidents, second.get(Incidents.class)).stream()
                    .<Callable<List<Integer>>>map(node -> () -> IntStream.range(0, each)
                            .map(_ -> openOn(node, asked(HALE, "2026-03-12T10:00:00Z", null)))
                            .boxed()
                            .toList())
                    .toList();
            var given = new ArrayList<Integer>();
            for (var result : pool.invokeAll(work)) {
                given.addAll(result.get());
            }
            assertThat(given.stream().sorted().toList())
                    .isEqualTo(IntStream.rangeClosed(1, 2 * each).boxed().toList());
        }
    }

    /// Sends it again under the same key where the other node was faster three times in a row, as a person would.
    private static int openOn(Incidents node, Asked asked) {
        for (int sent = 1; ; sent++) {
            try {
                var accepted = (Decision.Accepted<IncidentEvent, IncidentRefusal>)
                        node.handle(request(asked, "Rupert Street", "fight"));
                return accepted.events().getFirst().incident().number();
            } catch (StaleStream overtaken) {
                if (sent == 20) {
                    throw overtaken;
                }
            }
        }
    }

    @Test
    void dropped_and_rebuilt_the_lists_are_as_they_were() {
        IncidentRef ref = open(HALE, "2026-03-11T10:00:00Z", "Rupert Street", "fight");
        note(ref, HALE, "2026-03-11T10:01:00Z", "second caller");
        handle(new Restrict(asked(HALE, "2026-03-11T10:02:00Z", null), ref, Set.of(MARSH), "officer"));
        handle(new Close(asked(HALE, "2026-03-11T10:03:00Z", null), ref, "NO_TRACE", "all quiet"));
        var live = tables(program);
        var followers = program.get(Followers.class);
        for (String name : List.of(
                "control/incident-numbers",
                "control/incident-board",
                "control/incident-words",
                "control/incident-words-withheld")) {
            followers.rebuild(name);
        }
        assertThat(tables(program)).isEqualTo(live);
    }

    private static List<Boolean> sees(Sight sight, IncidentRef ref, String words) {
        return List.of(
                incidents.find(ref, sight).isPresent(),
                incidents.log(ref, sight).isPresent(),
                incidents.open(sight).stream().anyMatch(view -> view.incident().equals(ref)),
                incidents.search(words, sight).stream()
                        .anyMatch(view -> view.incident().equals(ref)));
    }

    /// All tables of this module, as they stand.
    static List<List<Map<String, Object>>> tables(TestProgram program) {
        JdbcClient jdbc = program.get(JdbcClient.class);
        return List.of(
                jdbc.sql("select * from control.incident_day order by day")
                        .query()
                        .listOfRows(),
                jdbc.sql("select incident, type, grade, stage, result, locality, borough, ward, opened_at, attend_by,"
                                + " lines, last_line_at, restricted_to::text, position"
                                + " from control.incident_board order by incident")
                        .query()
                        .listOfRows(),
                jdbc.sql("select position, personal, incident, words from control.incident_words order by 1, 2")
                        .query()
                        .listOfRows());
    }

    private static Decision<IncidentEvent, IncidentRefusal> handle(IncidentRequest request) {
        var decision = incidents.handle(request);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return decision;
    }

    private static IncidentRef open(ActorId by, String at, String place, String said) {
        var accepted =
                (Decision.Accepted<IncidentEvent, IncidentRefusal>) handle(request(asked(by, at, null), place, said));
        return accepted.events().getFirst().incident();
    }

    private static void note(IncidentRef ref, ActorId by, String at, String words) {
        handle(new AddNote(asked(by, at, null), ref, words));
    }

    private static Open request(Asked asked, String place, String said) {
        var located = new PlaceGiven.Located(
                place,
                place + ", West End, Westminster",
                new Coordinate(51_511_400, -132_900),
                WESTMINSTER,
                "E05013808",
                "2022-05");
        return new Open(asked, "FIGHT", null, located, said, "07700 900441", Channel.EMERGENCY_CALL);
    }

    private static synchronized Asked asked(ActorId by, String at, String key) {
        return new Asked(
                new Sight(by, null),
                new RoleCode("COMMUNICATIONS_OFFICER"),
                EnteredHow.SCREEN,
                Instant.parse(at),
                new RequestKey(key == null ? "test-key-" + ++keys : key));
    }
}

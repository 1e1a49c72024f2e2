package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.PersonView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Everybody of the demonstration has a live screen open while incidents happen in every borough, in none, and under
/// restriction: what arrives on each screen is what its person may see, and nothing of the rest.
class LiveCanaryTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// What happens live has words of its own, so that the crawl of everything is not led astray by them.
    private static final Pattern CANARY = Pattern.compile("(?:canary|linnet)[a-z]{10,40}");
    private static final String LIVE = "/api/v1/live";
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);

    private static Canaries canaries;

    @BeforeAll
    static void hide() {
        canaries = Canaries.hidden();
    }

    /// One change of a row as it came to a screen; `html` is empty for a row taken away.
    private record Change(String kind, String id, String html) {}

    /// What each live list needs, by its topic.
    private static Map<String, String> needs() {
        var needs = new TreeMap<String, String>();
        for (String name : PROGRAM.context().getBeanNamesForType(LiveFeed.class)) {
            var feed = (LiveFeed<?>) PROGRAM.context().getBean(name);
            needs.put(feed.topic(), feed.needs());
        }
        return needs;
    }

    private static boolean may(PersonView person, String topic) {
        return Canaries.may(person, needs().getOrDefault(topic, "nothing"));
    }

    private static String row(IncidentRef incident) {
        return "incident-" + incident;
    }

    @Test
    void what_happens_arrives_live_with_those_who_may_see_it_and_with_nobody_else() throws Exception {
        IncidentRef turned = canaries.open("linnetturnsrestricted", Optional.of(Canaries.CAMDEN));
        IncidentRef restricted = canaries.incidents.get("canaryrestrictedcamden");
        var screens = new ArrayList<Screen>();
        try {
            for (PersonView person : Canaries.everybody()) {
                if (may(person, "incidents")) {
                    screens.add(new Screen(person));
                }
            }
            IncidentRef camden = canaries.open("linnetincamdennow", Optional.of(Canaries.CAMDEN));
            IncidentRef westminster = canaries.open("linnetinwestminster", Optional.of(Canaries.WESTMINSTER));
            canaries.note(restricted, "linnetinarestrictednote");
            canaries.restrict(turned);
            canaries.note(turned, "linnetaftertherestriction");
            canaries.note(camden, "linnetinanotherlinehere");
            IncidentRef last = canaries.open("linnetthatendstheday", Optional.empty());

            for (Screen screen : screens) {
                screen.awaitRow(row(last));
                var puts = new TreeSet<>(Set.of(row(last)));
                var removed = new TreeSet<String>();
                var words = new TreeSet<String>();
                if (Canaries.reaches(screen.person, Canaries.CAMDEN)) {
                    puts.add(row(camden));
                    removed.add(row(turned));
                    words.add("linnetincamdennow");
                }
                if (Canaries.reaches(screen.person, Canaries.WESTMINSTER)) {
                    puts.add(row(westminster));
                    words.add("linnetinwestminster");
                }
                assertThat(ids(screen.changes, "put"))
                        .as("rows put for %s", screen.who())
                        .isEqualTo(puts);
                assertThat(ids(screen.changes, "remove"))
                        .as("rows taken from %s", screen.who())
                        .isEqualTo(removed);
                assertThat(words(screen.changes))
                        .as("words told %s: the place by its area, never what was said", screen.who())
                        .isEqualTo(words);
            }
        } finally {
            for (Screen screen : screens) {
                screen.close();
            }
        }
    }

    private static Set<String> ids(Collection<Change> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind))
                .map(Change::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Collection<Change> changes) {
        var words = new TreeSet<String>();
        changes.forEach(change -> {
            var canary = CANARY.matcher(change.html());
            while (canary.find()) {
                words.add(canary.group());
            }
        });
        return words;
    }

    /// Somebody's live screen: everything that came since it was opened.
    private static final class Screen implements AutoCloseable {
        final PersonView person;
        final Queue<Change> changes = new ConcurrentLinkedQueue<>();
        private final Chair chair;
        private final InputStream body;

        Screen(PersonView person) {
            this.person = person;
            this.chair = Chair.of(person);
            long looked = Chair.newestLook();
            var answer = chair.open(LIVE + "?topics=incidents");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(chair.looksAfter(looked))
                    .as("the act of looking of %s", who())
                    .singleElement()
                    .satisfies(look -> assertThat(List.of(look.kind(), look.route(), look.shown()))
                            .isEqualTo(List.of("stream", LIVE, Set.of("incidents"))));
            body = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        String who() {
            return chair.who();
        }

        private void read() {
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data: ")) {
                        changes.addAll(LiveCanaryTest.changes(line.substring(6)));
                    }
                }
            } catch (IOException _) {
                // The screen was closed.
            }
        }

        void awaitRow(String id) throws InterruptedException {
            long from = System.nanoTime();
            while (changes.stream().noneMatch(change -> change.id().equals(id))) {
                assertThat(Duration.ofNanos(System.nanoTime() - from))
                        .as("%s waits for %s, and has %s", who(), id, changes)
                        .isLessThan(ARRIVES_WITHIN);
                Thread.sleep(20);
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static List<Change> changes(String data) {
        var changes = new ArrayList<Change>();
        JSON.readTree(data)
                .path("changes")
                .forEach(change -> changes.add(new Change(
                        change.path("kind").asString(),
                        change.path("id").asString(),
                        change.path("html").asString(""))));
        return changes;
    }

    @Test
    void a_list_that_one_may_not_read_is_not_told_live_either() throws IOException {
        var refused = new ArrayList<String>();
        for (PersonView person : Canaries.everybody()) {
            var chair = Chair.of(person);
            for (String topic : needs().keySet()) {
                if (!may(person, topic)) {
                    var answer = chair.open(LIVE + "?topics=" + topic);
                    answer.body().close();
                    assertThat(answer.statusCode())
                            .as("%s asks for %s", chair.who(), topic)
                            .isEqualTo(403);
                    refused.add(chair.who());
                }
            }
        }
        assertThat(refused).isNotEmpty();
        var stranger = Chair.stranger().open(LIVE + "?topics=incidents");
        stranger.body().close();
        assertThat(stranger.statusCode()).isIn(302, 401);
    }
}

package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.console.Needs;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.Looks;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.people.Routes;
import org.bluelamp.policy.Policies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every borough, role and restricted record holds a word that stands nowhere else. Everybody of the demonstration
/// opens
/// every page they can reach, over HTTP; each finds the words meant for them and no other, and leaves an act of looking
/// wherever incidents or people are shown.
class CanaryTest {
    private static final Pattern CANARY = Pattern.compile("canary[a-z]{12,40}");
    private static final Pattern LINK = Pattern.compile("(?:href|data-href)=\"(/[^\"#]*)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final BoroughCode CAMDEN = new BoroughCode("E09000007");
    private static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");

    /// Pages behind a permission on incidents that show counts of sources and imports, and no incident.
    private static final Set<String> COUNTS_ONLY = Set.of("/history");

    /// The most pages one person opens. Every route is among the first.
    private static final int PAGES_MAX = 150;

    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final Map<String, IncidentRef> INCIDENTS = new LinkedHashMap<>();
    private static PersonView named;

    @BeforeAll
    static void hide() {
        named = PROGRAM.get(People.class)
                .holding(new RoleCode("STANDARDS_INVESTIGATOR"))
                .getFirst();
        open("canaryincamdenonly", Optional.of(CAMDEN));
        open("canaryinwestminster", Optional.of(WESTMINSTER));
        open("canarywithoutborough", Optional.empty());
        restrict(open("canaryrestrictedcamden", Optional.of(CAMDEN)));
        ask("canaryforthepodalone", "control-room", Optional.empty());
        ask("canaryforcamdensergeant", "borough", Optional.of(CAMDEN));
    }

    private static Instant now() {
        return PROGRAM.get(ServiceClock.class).now();
    }

    private static Asked asked(String canary) {
        var sight = new Sight(named.person().actor(), null);
        return new Asked(
                sight,
                new RoleCode("STANDARDS_INVESTIGATOR"),
                EnteredHow.SCREEN,
                now(),
                new RequestKey("key-" + canary));
    }

    private static IncidentRef open(String canary, Optional<BoroughCode> borough) {
        PlaceGiven place = borough.<PlaceGiven>map(code -> new PlaceGiven.Located(
                        canary + " house", canary, Coordinate.ofDegrees(51.53, -0.14), code, null, null))
                .orElseGet(() -> new PlaceGiven.Described(canary));
        var decision = PROGRAM.get(Incidents.class)
                .handle(new IncidentRequest.Open(
                        asked(canary), type(), null, place, canary, canary, Channel.EMERGENCY_CALL));
        if (decision instanceof Decision.Accepted<IncidentEvent, IncidentRefusal>(List<IncidentEvent> events)) {
            INCIDENTS.put(canary, events.getFirst().incident());
            return events.getFirst().incident();
        }
        throw new AssertionError(decision);
    }

    private static String type() {
        return PROGRAM.get(Policies.class)
                .inForce(GradingScheme.KIND, now())
                .only()
                .types()
                .getFirst()
                .code();
    }

    private static void restrict(IncidentRef incident) {
        var persons = Set.of(named.person().actor());
        var decision = PROGRAM.get(Incidents.class)
                .handle(new IncidentRequest.Restrict(asked("restriction"), incident, persons, "A canary."));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private static void ask(String canary, String ladder, Optional<BoroughCode> borough) {
        var request = new ActionRequest.Ask(
                new ActionId("test/" + canary), canary, "test/action", ladder, borough, Optional.empty(), now());
        var act = Act.byProgram("test", new Happened(now(), Happened.Precision.MICROSECOND, "test"));
        assertThat(PROGRAM.get(Actions.class).handle(request, act)).isInstanceOf(Decision.Accepted.class);
    }

    /// What a person may find, from the roles and nothing else.
    private static Set<String> meantFor(PersonView person) {
        PersonView.Post post = person.posts().getFirst();
        Role role = PROGRAM.get(Roles.class).find(post.role()).orElseThrow();
        var meant = new TreeSet<String>();
        if (role.permissions().contains("incident.read")) {
            meant.add("canarywithoutborough");
            if (post.borough().map(CAMDEN::equals).orElse(true)) {
                meant.add("canaryincamdenonly");
            }
            if (post.borough().map(WESTMINSTER::equals).orElse(true)) {
                meant.add("canaryinwestminster");
            }
            if (person.person().equals(named.person())) {
                meant.add("canaryrestrictedcamden");
            }
        }
        if (role.permissions().contains("actions.read")) {
            if (post.role().code().equals("COMMUNICATIONS_OFFICER")) {
                meant.add("canaryforthepodalone");
            }
            if (post.role().code().equals("PATROL_SERGEANT") && post.borough().equals(Optional.of(CAMDEN))) {
                meant.add("canaryforcamdensergeant");
            }
        }
        return meant;
    }

    @Test
    void everybody_finds_their_own_canaries_and_no_other_and_leaves_an_act_of_looking() {
        List<PersonView> everybody = PROGRAM.get(People.class).all().stream()
                .filter(person -> !person.posts().isEmpty())
                .sorted(Comparator.comparing(person -> person.person().text()))
                .toList();
        assertThat(everybody)
                .extracting(person -> person.posts().getFirst().role())
                .containsAll(
                        PROGRAM.get(Roles.class).all().stream().map(Role::code).toList());

        var faults = new ArrayList<String>();
        for (PersonView person : everybody) {
            var chair = new Chair(person);
            chair.crawl();
            faults.addAll(chair.faults);
            if (!chair.found.equals(meantFor(person))) {
                faults.add("%s found %s, meant are %s".formatted(chair.who(), chair.found, meantFor(person)));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nobody_finds_anything_without_signing_in() {
        var stranger = new Chair(null);
        stranger.crawl();

        assertThat(stranger.found).isEmpty();
        assertThat(stranger.faults).isEmpty();
    }

    /// One person at a browser of their own.
    private static final class Chair {
        private final Optional<PersonView> person;
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        private final Set<String> found = new TreeSet<>();
        private final List<String> faults = new ArrayList<>();

        Chair(PersonView person) {
            this.person = Optional.ofNullable(person);
        }

        String who() {
            return person.map(known -> known.person() + " "
                            + known.posts().getFirst().role() + " "
                            + known.posts()
                                    .getFirst()
                                    .borough()
                                    .map(BoroughCode::code)
                                    .orElse("service"))
                    .orElse("a stranger");
        }

        void crawl() {
            person.ifPresent(this::signIn);
            var waiting = new ArrayDeque<>(paths());
            var seen = new LinkedHashSet<>(waiting);
            while (!waiting.isEmpty()) {
                HttpResponse<String> page = open(waiting.poll());
                var links = LINK.matcher(page.body());
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    if (isPage(link) && seen.size() < PAGES_MAX && seen.add(link)) {
                        waiting.add(link);
                    }
                }
            }
        }

        private static boolean isPage(String link) {
            return !link.startsWith("//") && !link.matches("/(console|webjars)/.*|.*\\.(js|css|svg|ico)");
        }

        private void signIn(PersonView known) {
            var token = CSRF.matcher(
                    send(HttpRequest.newBuilder(uri("/sign-in")).GET().build()).body());
            assertThat(token.find()).isTrue();
            String form = "person=%s&_csrf=%s"
                    .formatted(known.person(), URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
            var answer = send(HttpRequest.newBuilder(uri("/sign-in/demo"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(302);
        }

        private HttpResponse<String> open(String path) {
            Optional<Routes.Route> route = routeOf(path);
            long before = looks();
            HttpResponse<String> page = send(HttpRequest.newBuilder(uri(path))
                    .header("Accept", "text/html")
                    .timeout(Duration.ofSeconds(30))
                    .GET()
                    .build());
            var canaries = CANARY.matcher(page.body());
            while (canaries.find()) {
                found.add(canaries.group());
            }
            if (page.statusCode() >= 500) {
                faults.add("%s: %s answered %d".formatted(who(), path, page.statusCode()));
            }
            boolean looking = route.filter(known -> !COUNTS_ONLY.contains(known.path()))
                    .map(known -> Looks.PERMISSIONS_THAT_LOOK.contains(known.needs()))
                    .orElse(false);
            if (looking && page.statusCode() == 200 && looks() == before) {
                faults.add("%s: %s left no act of looking".formatted(who(), path));
            }
            if (person.isEmpty()
                    && page.statusCode() == 200
                    && route.map(known -> !known.needs().equals(Needs.NOBODY)).orElse(false)) {
                faults.add("%s was answered %s".formatted(who(), path));
            }
            return page;
        }

        private static URI uri(String path) {
            return URI.create(PROGRAM.address() + path.replace(" ", "%20").replace("|", "%7C"));
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException fault) {
                throw new UncheckedIOException(request.uri().toString(), fault);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private static long looks() {
            return PROGRAM.get(JdbcClient.class)
                    .sql("select count(*) from journal.look")
                    .query(Long.class)
                    .single();
        }
    }

    private static Optional<Routes.Route> routeOf(String path) {
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return PROGRAM.get(Routes.class).all().stream()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> bare.matches(pattern(route.path())))
                .min(Comparator.comparingInt(route ->
                        route.path().length() - route.path().replace("{", "").length()));
    }

    private static String pattern(String path) {
        return Pattern.compile("\\{[^}]+}")
                        .splitAsStream(path)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^/]+"))
                + (path.endsWith("}") ? "[^/]+" : "");
    }

    /// Every route that answers a reading request, with every hidden incident where it names one, and with every word
    /// where it searches. A stream of changes never ends and has a test of its own.
    private static List<String> paths() {
        var paths = new LinkedHashSet<String>();
        for (Routes.Route route : PROGRAM.get(Routes.class).all()) {
            if (!route.method().equals("GET") && !route.method().equals("ANY")
                    || route.path().contains("/live")) {
                continue;
            }
            INCIDENTS.forEach((canary, incident) -> paths.add(route.path()
                    .replaceAll("\\{(ref|incident)}", incident.toString())
                    .replace("{name}", "roles")
                    .replace("{version}", "1")
                    .replaceAll("\\{[^}]+}", "1")));
        }
        INCIDENTS.forEach((canary, incident) -> {
            paths.add("/incidents/found?q=" + canary.substring(0, 8));
            paths.add("/incidents/found?q=" + incident);
        });
        return List.copyOf(paths);
    }
}

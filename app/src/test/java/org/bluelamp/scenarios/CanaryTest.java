package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.console.Needs;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.Looks;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.people.Routes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every borough, role and restricted record holds a word that stands nowhere else. Everybody of the demonstration
/// opens every route over HTTP, and every kind of link they are offered. Each finds the words meant for them and no
/// other; each page that shows incidents or people left one act of looking, which lists exactly what it showed; and no
/// route of the program is left that nobody opened.
class CanaryTest {
    private static final Pattern CANARY = Pattern.compile("canary[a-z]{12,40}");
    private static final Pattern LINK = Pattern.compile("(?:href|data-href|data-map-[a-z]+)=\"(/[^\"#]*)");
    private static final Pattern INCIDENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d-\\d+");

    /// Links of one kind (same route, same fields) that a person follows; those that name an incident always.
    private static final int LINKS_OF_A_KIND = 4;

    /// More pages than this for one person mean that the crawl runs in a circle.
    private static final int PAGES_MAX = 1_500;

    /// People who crawl at the same time.
    private static final int AT_ONCE = 4;

    /// Pages behind a permission on incidents or people that show none, and why.
    private static final Map<String, String> SHOW_NOBODY = Map.of("/history", "counts of sources and imports");

    /// Routes that the crawl does not open by themselves, and why.
    private static final Map<String, String> OPENED_OTHERWISE = Map.of(
            "/error", "is where the program goes when another route fails",
            "/api/v1/live", "never ends, and has a test of its own: LiveCanaryTest",
            "/api/v1/positions/live", "never ends, and has a test of its own: MapTest",
            "/geography/roads/{version}/{zoom}/{column}/{row}", "is drawn on maps, shows nobody: MapTest",
            "/persons/{ref}", "the demonstration knows no member of the public unless somebody enters one",
            "/duties/{tour}", "the demonstration has no tour unless somebody plans one",
            "/contacts/{contact}", "the demonstration has no contact unless somebody calls; contact's own tests");

    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final List<Mapped> ROUTES = mapped();
    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();
    private static Canaries canaries;
    private static String job;

    /// A route with the way its addresses look, the most specific first.
    private record Mapped(Routes.Route route, PathPattern pattern) {
        /// As the looking-log names it: without the form of its variables.
        String name() {
            return plain(route.path());
        }
    }

    private static String plain(String path) {
        return path.replaceAll("\\{([a-z]+):[^/]+}", "{$1}");
    }

    private static List<Mapped> mapped() {
        return PROGRAM.get(Routes.class).all().stream()
                .filter(route -> route.method().equals("GET") || route.method().equals("ANY"))
                .map(route -> new Mapped(route, PathPatternParser.defaultInstance.parse(route.path())))
                .sorted((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()))
                .toList();
    }

    private static Optional<Mapped> routeOf(String address) {
        PathContainer path = PathContainer.parsePath(
                URI.create(address.replace(" ", "%20").replace("|", "%7C")).getRawPath());
        return ROUTES.stream().filter(route -> route.pattern().matches(path)).findFirst();
    }

    @BeforeAll
    static void hide() throws InterruptedException {
        canaries = Canaries.hidden();
        job = importWithARefusedRow();
    }

    /// An administrator's file with a row that is refused, so that the pages of an import have something to show.
    private static String importWithARefusedRow() throws InterruptedException {
        PersonView administrator = Canaries.everybody().stream()
                .filter(person -> Canaries.may(person, "history.import"))
                .findFirst()
                .orElseThrow();
        var chair = Chair.of(administrator);
        String columns = "CAD Event Number,Event Clearance Description,Call Type,Priority,Initial Call Type,"
                + "Final Call Type,Original Time Queued,Arrived Time,Precinct,Sector,Beat\n";
        String torn = "1,REPORT,911,3,A,B,02/30/2020 11:23:01 PM,05/15/2020 11:33:28 PM,SOUTH,ROBERT,R1\n";
        String page = URI.create(chair.upload("/history/import", "/history/import", columns + torn, "seattle")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath();
        chair.post(page, page + "/check", Map.of());
        for (int tries = 0; tries < 100 && !chair.get(page + "/progress").body().contains("Checked"); tries++) {
            Thread.sleep(50);
        }
        return page;
    }

    /// Addresses of routes that no link leads to, or whose variables must name something that is there.
    private static Map<String, List<String>> addresses() {
        Collection<IncidentRef> hidden = canaries.incidents.values();
        String export = "/history/sources/london-fire-brigade-2009";
        var addresses = new HashMap<String, List<String>>();
        for (String route : List.of(
                "/incidents/{ref}",
                "/incidents/{ref}/proof",
                "/incidents/{ref}/proof.txt",
                "/api/v1/incidents/{ref}/log")) {
            addresses.put(
                    route,
                    hidden.stream()
                            .map(ref -> route.replace("{ref}", ref.toString()))
                            .toList());
        }
        addresses.put(
                "/incidents/found",
                Stream.concat(
                                canaries.incidents.keySet().stream().map(canary -> canary.substring(0, 8)),
                                hidden.stream().map(IncidentRef::toString))
                        .distinct()
                        .map("/incidents/found?q="::concat)
                        .toList());
        addresses.put("/api/v1/incidents", List.of("/api/v1/incidents", "/api/v1/incidents?q=canary"));
        addresses.put("/incidents/places", List.of("/incidents/places?place=rupert"));
        addresses.put("/api/v1/places", List.of("/api/v1/places?q=rupert%20street"));
        addresses.put("/geography/points", List.of("/geography/points?q=rupert%20street"));
        addresses.put(
                "/geography/outlines/{kind}/{version}", List.of("/geography/outlines/borough/london-32-and-city"));
        addresses.put("/policies/{name}/{version}", List.of("/policies/sign-in/1"));
        addresses.put("/problems/{module}/{name}", List.of("/problems/console/refused"));
        addresses.put("/history/sources/{source}", List.of(export));
        addresses.put("/history/sources/{source}/incidents/{key}", List.of(export + "/incidents/12091"));
        addresses.put("/history/import/{id}", List.of(job));
        addresses.put("/history/import/{id}/progress", List.of(job + "/progress"));
        addresses.put("/history/import/{id}/refused.csv", List.of(job + "/refused.csv"));
        String question = "?source=london-fire-brigade-2009&from=2009-01-01&to=2009-01-07&interval=attendance";
        addresses.put("/figures/incidents", List.of("/figures/incidents" + question));
        addresses.put("/api/v1/figures/response", List.of("/api/v1/figures/response" + question));
        return addresses;
    }

    /// What everybody asks for first: every route of the program.
    private static List<String> everyRoute() {
        Map<String, List<String>> known = addresses();
        var all = new LinkedHashSet<String>();
        for (Mapped route : ROUTES) {
            if (known.containsKey(route.name())) {
                all.addAll(known.get(route.name()));
            } else if (!OPENED_OTHERWISE.containsKey(route.name())
                    && !route.name().contains("{")) {
                all.add(route.name());
            }
        }
        return List.copyOf(all);
    }

    @Test
    void everybody_finds_their_own_canaries_and_no_other_and_each_act_of_looking_lists_what_was_shown()
            throws Exception {
        List<PersonView> everybody = Canaries.everybody();
        assertThat(everybody)
                .extracting(person -> person.posts().getFirst().role())
                .containsAll(
                        PROGRAM.get(Roles.class).all().stream().map(Role::code).toList());

        var faults = new Faults();
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            var crawls = new ArrayList<Future<?>>();
            for (PersonView person : everybody) {
                crawls.add(people.submit(() -> {
                    var crawl = new Crawl(Chair.of(person), faults);
                    crawl.run();
                    if (!crawl.found.equals(canaries.meantFor(person))) {
                        faults.add(
                                crawl.chair.who(),
                                "found %s, meant are %s".formatted(crawl.found, canaries.meantFor(person)));
                    }
                }));
            }
            for (Future<?> crawl : crawls) {
                crawl.get();
            }
        }

        assertThat(faults.first).isEmpty();
        assertThat(ROUTES.stream()
                        .map(Mapped::name)
                        .filter(route -> !OPENED_OTHERWISE.containsKey(route) && !REACHED.contains(route))
                        .toList())
                .as("routes that nobody got an answer from; give an address of each in addresses()")
                .isEmpty();
    }

    @Test
    void nobody_finds_anything_without_signing_in() {
        var faults = new Faults();
        var crawl = new Crawl(Chair.stranger(), faults);
        crawl.run();

        assertThat(crawl.found).isEmpty();
        assertThat(faults.first).isEmpty();
    }

    /// Each fault once, with whoever met it first.
    private static final class Faults {
        final Map<String, String> first = new ConcurrentSkipListMap<>();

        void add(String who, String what) {
            first.putIfAbsent(what, who);
        }
    }

    /// One person's way through the program.
    private static final class Crawl {
        private final Chair chair;
        private final Faults faults;
        private final Set<String> found = new TreeSet<>();
        private final Map<String, Integer> kinds = new HashMap<>();
        private long looked = Chair.newestLook();

        Crawl(Chair chair, Faults faults) {
            this.chair = chair;
            this.faults = faults;
        }

        void run() {
            var waiting = new ArrayDeque<>(everyRoute());
            var typed = Set.copyOf(waiting);
            var seen = new HashSet<>(waiting);
            int pages = 0;
            while (!waiting.isEmpty()) {
                String address = waiting.poll();
                pages++;
                String body = open(address, !typed.contains(address));
                var links = LINK.matcher(body);
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&");
                    if (isPage(link) && !seen.contains(link) && isWorthwhile(link)) {
                        seen.add(link);
                        waiting.add(link);
                    }
                }
                if (pages > PAGES_MAX) {
                    fault(address, "is the page after %d others; the crawl runs in a circle".formatted(PAGES_MAX));
                    return;
                }
            }
        }

        private static boolean isPage(String link) {
            return !link.startsWith("//") && !link.matches("/(console|webjars)/.*|.*\\.(js|css|svg|ico)");
        }

        /// The first few links of every kind, and every one that names a live incident.
        private boolean isWorthwhile(String link) {
            String query = link.contains("?") ? link.substring(link.indexOf('?') + 1) : "";
            String fields = Stream.of(query.split("&"))
                    .map(field -> field.replaceFirst("=.*", ""))
                    .sorted()
                    .collect(Collectors.joining(","));
            String kind = routeOf(link).map(Mapped::name).orElse("no route") + " " + fields;
            return INCIDENT.matcher(link).find() || kinds.merge(kind, 1, Integer::sum) <= LINKS_OF_A_KIND;
        }

        private String open(String address, boolean offered) {
            Optional<Mapped> route = routeOf(address);
            var page = chair.get(address);
            var words = CANARY.matcher(page.body());
            while (words.find()) {
                found.add(words.group());
            }
            int status = page.statusCode();
            if (status >= 500 && status != 503 || offered && status >= 400) {
                fault(address, (offered ? "was offered on a page, and " : "") + "answered " + status);
            }
            boolean answered = status == 200 || status == 302 && chair.person().isPresent();
            if (answered) {
                route.map(Mapped::name).ifPresent(REACHED::add);
            }
            if (chair.person().isEmpty()
                    && status == 200
                    && route.map(known -> !known.route().needs().equals(Needs.NOBODY))
                            .orElse(false)) {
                fault(address, "was answered");
            }
            looks(address, route.map(Mapped::route), status == 200 ? page.body() : null);
            return page.body();
        }

        /// Holds that what was answered left exactly one act of looking, by this person, at this route, with the
        /// references shown; and that what shows nobody, or was refused, left none.
        private void looks(String address, Optional<Routes.Route> route, @Nullable String body) {
            List<Chair.Look> looks = chair.looksAfter(looked);
            looked = looks.isEmpty() ? looked : looks.getLast().position();
            if (chair.person().isEmpty()) {
                return;
            }
            String name = route.map(known -> plain(known.path())).orElse("");
            Optional<Set<String>> shown =
                    Optional.ofNullable(body).flatMap(answer -> ReferencesShown.on(name, address, answer));
            boolean shows = shown.isPresent() || body != null && ReferencesShown.KEPT_ELSEWHERE.containsKey(name);
            boolean right = looks.size() == (shows ? 1 : 0)
                    && looks.stream().allMatch(look -> look.route().equals(name))
                    && shown.map(references -> looks.getFirst().shown().equals(references))
                            .orElse(true);
            if (!right) {
                fault(
                        address,
                        "left the looks %s; it showed %s at %s"
                                .formatted(looks.stream().map(Chair.Look::what).toList(), shown, name));
            }
            boolean mustLook = route.map(Routes.Route::needs)
                    .map(Looks.PERMISSIONS_THAT_LOOK::contains)
                    .orElse(false);
            if (body != null && mustLook && !shows && !SHOW_NOBODY.containsKey(name)) {
                fault(
                        address,
                        "needs (%s); say in ReferencesShown what it shows"
                                .formatted(route.get().needs()));
            }
        }

        private void fault(String address, String what) {
            faults.add(chair.who(), address + " " + what);
        }
    }
}

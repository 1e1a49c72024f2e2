package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.app.cli.Commands;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.testing.Browsers;
import org.bluelamp.testing.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An analyst brings a force's export in by configuration alone, reads its response figures on the page and on the
/// command line, and stands on the incidents behind one of them by one key. The export is invented and its seed is
/// fixed; what the figures must be is worked out here, from the rows and by the book.
@Proves("D11")
class AnalystReadsFiguresTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final long SEED = 20_261_122;
    private static final int ROWS = 900;
    private static final String ASKED =
            "?source=scenario-westmark&from=2025-06-01&to=2025-06-14&by=area&interval=attendance";
    private static final String SOURCE = "scenario-westmark";
    private static final DateTimeFormatter AS_EXPORTED = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    /// How the columns of this force read; no other word about it stands anywhere in the program.
    private static final String MAPPING = """
            version: 1
            source: {id: scenario-westmark, name: Westmark Constabulary, agency: Westmark Constabulary,
                     licence: Invented for a test, attribution: Invented for a test.}
            file: {delimiter: ";"}
            zone: Europe/London
            key: Log
            times:
              received: {column: Rung, format: "dd.MM.yyyy HH:mm:ss", precision: second}
              arrived: {column: There, format: "dd.MM.yyyy HH:mm:ss", precision: second}
            intervals:
              - {name: attendance, from: received, to: arrived}
            headline: attendance
            grade: {column: Urgency, known: [Now, Soon], top: [Now], unknown: refuse}
            areas:
              - {kind: district, column: District}
            """;

    /// One row of the export; `seconds` is missing where nobody ever arrived.
    private record Call(String key, String district, String urgency, LocalDateTime rung, OptionalInt seconds) {
        String row() {
            String there = seconds.isPresent() ? AS_EXPORTED.format(rung.plusSeconds(seconds.getAsInt())) : "";
            return String.join(";", key, AS_EXPORTED.format(rung), there, urgency, district);
        }
    }

    private static List<Call> calls() {
        var random = new Random(SEED);
        var calls = new ArrayList<Call>();
        for (int number = 1; number <= ROWS; number++) {
            LocalDateTime rung = LocalDateTime.of(2025, 6, 1, 0, 0).plusSeconds(random.nextInt(14 * 86_400));
            OptionalInt seconds = switch (random.nextInt(20)) {
                case 0 -> OptionalInt.empty();
                case 1 -> OptionalInt.of(-random.nextInt(1, 600));
                default -> OptionalInt.of((int) (random.nextDouble() * random.nextDouble() * 4_000));
            };
            calls.add(new Call(
                    "W" + number,
                    List.of("North", "South", "Wood").get(random.nextInt(3)),
                    random.nextInt(3) == 0 ? "Now" : "Soon",
                    rung,
                    seconds));
        }
        return calls;
    }

    /// What the figures of some calls must be. Units: seconds; shares in percent, to one place.
    private record Expected(
            int incidents,
            int n,
            int missing,
            int negative,
            double mean,
            double median,
            double ninetieth,
            double over) {
        static Expected of(List<Call> calls) {
            int[] counted = calls.stream()
                    .flatMapToInt(call -> call.seconds().stream())
                    .filter(seconds -> seconds >= 0)
                    .sorted()
                    .toArray();
            long longer =
                    Arrays.stream(counted).filter(seconds -> seconds > 1_800).count();
            int missing = (int)
                    calls.stream().filter(call -> call.seconds().isEmpty()).count();
            return new Expected(
                    calls.size(),
                    counted.length,
                    missing,
                    calls.size() - counted.length - missing,
                    Arrays.stream(counted).average().orElseThrow(),
                    quantile(counted, 0.5),
                    quantile(counted, 0.9),
                    Math.round(1_000.0 * longer / counted.length) / 10.0);
        }

        /// Hyndman and Fan's type 7, by the book.
        private static double quantile(int[] sorted, double p) {
            double place = (sorted.length - 1) * p;
            int below = (int) Math.floor(place);
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }

    private record Answer(int status, String out) {}

    /// The command line as another node of the running program's record.
    private static Answer command(Path folder, List<String> words) {
        var all = new ArrayList<>(words);
        var settings = PROGRAM.context().getEnvironment();
        all.addAll(List.of("--data", folder.resolve("node").toString()));
        all.addAll(List.of("--database-url", settings.getRequiredProperty("bluelamp.database-url")));
        all.addAll(List.of("--database-owner-url", settings.getRequiredProperty("bluelamp.database-owner-url")));
        var out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int status = Commands.line().execute(all.toArray(String[]::new));
            // The program this test shares writes its own log to the same output.
            String document = out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .collect(Collectors.joining());
            return new Answer(status, document);
        } finally {
            System.setOut(before);
        }
    }

    private static Expected read(JsonNode row) {
        return new Expected(
                row.path("incidents").asInt(),
                row.path("n").asInt(),
                row.path("excluded").path("missing").asInt(),
                row.path("excluded").path("negative").asInt(),
                row.path("mean_s").asDouble(),
                row.path("median_s").asDouble(),
                row.path("p90_s").asDouble(),
                row.path("over_30_min_pct").asDouble());
    }

    private static Map<String, JsonNode> byDistrict(String document) {
        var rows = new TreeMap<String, JsonNode>();
        JsonMapper.builder()
                .build()
                .readTree(document)
                .path("rows")
                .forEach(row -> rows.put(row.path("key").path("area").asString(), row));
        return rows;
    }

    @Test
    void an_export_comes_in_by_configuration_and_its_true_figures_open_their_incidents(@TempDir Path folder)
            throws IOException {
        List<Call> calls = calls();
        Map<String, List<Call>> districts =
                calls.stream().collect(Collectors.groupingBy(Call::district, TreeMap::new, Collectors.toList()));
        PersonView analyst =
                PROGRAM.get(People.class).holding(new RoleCode("ANALYST")).getFirst();

        // All of the export is accounted for, and a second time it changes nothing.
        assertThat(imported(folder, calls, analyst).path("imported").asInt()).isEqualTo(ROWS);
        assertThat(imported(folder, calls, analyst).path("same").asInt()).isEqualTo(ROWS);

        // The command line says what was worked out here, for every district.
        Map<String, JsonNode> told = byDistrict(command(
                        folder,
                        List.of(
                                "report",
                                "response",
                                "--source",
                                SOURCE,
                                "--from",
                                "2025-06-01",
                                "--to",
                                "2025-06-14",
                                "--by",
                                "area",
                                "--interval",
                                "attendance",
                                "--format",
                                "json"))
                .out());
        assertThat(told.keySet()).isEqualTo(districts.keySet());
        districts.forEach((district, ofDistrict) -> assertThat(read(told.get(district)))
                .as(district)
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1, Double.class)
                .isEqualTo(Expected.of(ofDistrict)));

        // The page shows the same numbers, and so does the interface for other programs.
        var chair = Chair.of(analyst);
        assertThat(byDistrict(chair.get("/api/v1/figures/response" + ASKED).body()))
                .isEqualTo(told);
        String page = chair.get("/figures" + ASKED).body();
        told.forEach((district, row) -> assertThat(onPage(page, district))
                .as("the row of %s on the page", district)
                .containsAllEntriesOf(cells(row)));

        Browsers.in(window -> opensWhatIsBehindByOneKey(window.newPage(), analyst, districts));
    }

    private static JsonNode imported(Path folder, List<Call> calls, PersonView by) throws IOException {
        String header = "Log;Rung;There;Urgency;District\n";
        Path export = Files.writeString(
                folder.resolve("westmark.csv"),
                calls.stream().map(Call::row).collect(Collectors.joining("\n", header, "\n")));
        Path mapping = Files.writeString(folder.resolve("westmark.yaml"), MAPPING);
        Answer answer = command(
                folder,
                List.of(
                        "import",
                        "incidents",
                        export.toString(),
                        "--mapping",
                        mapping.toString(),
                        "--as",
                        by.person().text(),
                        "--format",
                        "json"));
        assertThat(answer.status()).as(answer.out()).isZero();
        return JsonMapper.builder().build().readTree(answer.out());
    }

    private static void opensWhatIsBehindByOneKey(Page page, PersonView analyst, Map<String, List<Call>> districts) {
        page.navigate(PROGRAM.address() + "/sign-in");
        page.click("button[name=person][value='%s']".formatted(analyst.person()));
        page.navigate(PROGRAM.address() + "/figures" + ASKED);

        // On the row of one district, one key opens its incidents: exactly the calls of that district.
        String district = stepToARow(page);
        page.keyboard().press("o");
        page.waitForURL("**/figures/incidents?**");
        var shown = new TreeSet<String>();
        page.querySelectorAll("table[data-rows] tbody th a")
                .forEach(link -> shown.add(link.innerText().strip()));
        assertThat(shown)
                .isEqualTo(
                        districts.get(district).stream().map(Call::key).collect(Collectors.toCollection(TreeSet::new)));

        // One more key opens an incident, and what the row of the export said stands there.
        String key = stepToARow(page);
        page.keyboard().press("o");
        page.waitForURL("**/history/sources/**");
        Call call = districts.get(district).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(page.textContent("main"))
                .contains(
                        district,
                        call.urgency(),
                        "%,d s".formatted(call.seconds().orElseThrow()));
    }

    /// Steps to the first row by a key, and says what it is the row of.
    private static String stepToARow(Page page) {
        page.waitForFunction("() => document.querySelector('#theme')?.title");
        page.keyboard().press("j");
        return page.locator("tr:focus th a").innerText().strip();
    }

    /// The numbers that the page has for a row of the answer, by their place.
    private static Map<Integer, Double> cells(JsonNode row) {
        return Map.of(
                0, row.path("incidents").asDouble(),
                1, row.path("n").asDouble(),
                3, row.path("median_s").asDouble(),
                4, row.path("mean_s").asDouble(),
                5, row.path("p90_s").asDouble(),
                6, row.path("over_30_min_pct").asDouble());
    }

    /// The numbers of a row of the table, by their place.
    private static Map<Integer, Double> onPage(String page, String district) {
        var row = Pattern.compile("(?s)<tr[^>]*>\\s*<th scope=\"row\"[^>]*>\\s*(?:<a[^>]*>)?" + district + ".*?</tr>")
                .matcher(page);
        assertThat(row.find()).as("a row of %s", district).isTrue();
        var cells = Pattern.compile("data-value=\"([^\"]*)\"").matcher(row.group());
        var numbers = new LinkedHashMap<Integer, Double>();
        while (cells.find()) {
            numbers.put(numbers.size(), Double.valueOf(cells.group(1)));
        }
        return numbers;
    }
}

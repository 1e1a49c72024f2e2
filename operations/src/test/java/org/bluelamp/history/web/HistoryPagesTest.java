package org.bluelamp.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.TestProgram;
import org.bluelamp.testing.Tricks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages of history over real HTTP.
class HistoryPagesTest {
    private static final String COLUMNS = "CAD Event Number,Event Clearance Description,Call Type,Priority,"
            + "Initial Call Type,Final Call Type,Original Time Queued,Arrived Time,Precinct,Sector,Beat\n";
    private static final String GOOD =
            "1,REPORT,911,3,A,<script>alert(1)</script>,05/15/2020 11:23:01 PM,05/15/2020 11:33:28 PM,SOUTH,ROBERT,R1\n";
    private static final String WRONG =
            "2,REPORT,911,X,A,--THEFT,02/30/2020 11:23:01 PM,05/15/2020 11:33:28 PM,SOUTH,ROBERT,R1\n";
    private static final Duration DONE_WITHIN = Duration.ofSeconds(30);

    private static TestProgram program;
    private static String administrator;
    private static String analyst;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        program = TestProgram.web(List.of("journal", "console", "policy", "people", "history"));
        administrator = token("ADMINISTRATOR");
        analyst = token("ANALYST");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static String token(String role) {
        People people = program.get(People.class);
        PersonId id = people.nextId();
        var at = new Happened(program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test");
        var act = Act.byProgram("test", at);
        var from = LocalDate.of(2020, 1, 1);
        var name = PersonalText.of("Invented " + role);
        people.handle(new PersonRequest.Join(id, name, PersonEvent.Service.OFFICER, "Inspector", from), act);
        var unit = new UnitCode("HEADQUARTERS");
        people.handle(new PersonRequest.Post(id, new RoleCode(role), unit, Optional.empty(), from), act);
        return program.get(SignIns.class).token(id, Duration.ofHours(8)).secret();
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html");
    }

    private static HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET().build());
    }

    private static HttpResponse<String> post(String token, String path) {
        return send(request(token, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static HttpResponse<String> upload(String token, String csv, String mapping, String own) {
        return upload(token, "week.csv", csv, mapping, own);
    }

    private static HttpResponse<String> upload(String token, String fileName, String csv, String mapping, String own) {
        String body = part("file\"; filename=\"" + fileName, csv)
                + part("mapping", mapping)
                + (own.isEmpty() ? "" : part("own\"; filename=\"own.yaml", own))
                + "--edge--\r\n";
        return send(request(token, "/history/import")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String job(HttpResponse<String> sent) {
        return URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String progressOnce(String job, String state) throws InterruptedException {
        long from = System.nanoTime();
        String shown = get(administrator, job + "/progress").body();
        while (!shown.contains(state) && System.nanoTime() - from < DONE_WITHIN.toNanos()) {
            Thread.sleep(50);
            shown = get(administrator, job + "/progress").body();
        }
        return shown;
    }

    @Test
    void an_export_is_sent_seen_checked_and_imported() throws InterruptedException {
        String job = job(upload(administrator, COLUMNS + GOOD + WRONG, "seattle", ""));

        String preview = get(administrator, job).body();
        assertThat(preview)
                .contains("(X) is a grade the mapping does not know")
                .contains("(02/30/2020 11:23:01 PM) is no date of the calendar")
                .contains("2020-05-15 23:23:01 -07:00")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");

        post(administrator, job + "/check");
        assertThat(progressOnce(job, "Checked")).contains("2 rows = 1 new + 0 same + 0 revised + 1 refused");
        post(administrator, job + "/start");
        assertThat(progressOnce(job, "Done")).contains("2 rows = 1 new + 0 same + 0 revised + 1 refused");
        assertThat(get(administrator, job + "/refused.csv").body())
                .startsWith("line,column,field,reason,row\n3,7,\"Original Time Queued\",");
        assertThat(get(administrator, "/history").body())
                .contains("Seattle police calls")
                .contains("week.csv");
        assertThat(get(administrator, "/history/sources/seattle").body())
                .contains("/history/sources/seattle/incidents/1");
        assertThat(get(administrator, "/history/sources/seattle/incidents/1").body())
                .contains("627 s")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    /// As a quoted cell of a CSV.
    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /// As a single-quoted text of YAML.
    private static String yaml(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Test
    void a_script_in_every_field_of_the_upload_is_shown_as_words() throws InterruptedException {
        String trick = Tricks.ALL;
        String own = ("version: 1\nsource: {id: tricks, name: NAME, agency: NAME, licence: NAME, attribution: NAME}\n"
                        + "zone: Europe/London\nkey: Id\n"
                        + "times:\n  received: {column: NAME, format: \"yyyy-MM-dd HH:mm\", precision: minute}\n"
                        + "intervals: [{name: response, seconds: Sec}]\nheadline: response\n"
                        + "grade: {column: G, known: [A], top: [A], unknown: keep}\n"
                        + "agency: {value: NAME}\ntype: {column: T}\nchannel: {column: T}\n"
                        + "areas: [{kind: district, column: T, name: T}]\n")
                .replace("NAME", yaml(trick));
        String header = "Id," + cell(trick) + ",Sec,G,T\n";
        String good = cell("k" + trick) + ",2020-05-15 23:00,60," + cell(trick) + "," + cell(trick) + "\n";
        String torn = "2," + cell(trick) + "," + cell(trick) + ",A,T\n";
        String fileName = trick.replace("\"", "%22").replace("/", "");

        HttpResponse<String> sent = upload(administrator, fileName, header + good + torn, trick, own);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String job = job(sent);
        Tricks.assertShownAsWords(get(administrator, job));
        post(administrator, job + "/check");
        progressOnce(job, "Checked");
        Tricks.assertShownAsWords(get(administrator, job + "/progress"));
        post(administrator, job + "/start");
        progressOnce(job, "Done");
        Tricks.assertShownAsWords(get(administrator, job + "/progress"));
        Tricks.assertShownAsWords(get(administrator, "/history"));
        Tricks.assertShownAsWords(get(administrator, "/history/sources/tricks?from=2020-05-15&to=2020-05-15"));
        HttpResponse<String> refused = get(administrator, job + "/refused.csv");
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(post(administrator, job + "/put-away").statusCode()).isEqualTo(302);
    }

    @Test
    void a_script_in_a_mapping_that_is_refused_and_in_every_address_is_shown_as_words() {
        String trick = yaml(Tricks.ALL);
        String own = "version: %s\nsource: {id: %s}\nzone: %s\nkey: Id\n%s: x\ngrade: {unknown: %s}\nrows: %s\n"
                .formatted(trick, trick, trick, trick, trick, trick);
        HttpResponse<String> faults = upload(administrator, COLUMNS + GOOD, "seattle", own);
        Tricks.assertShownAsWords(faults);
        assertThat(faults.body()).contains("line 1, version:", "line 2, source.id:", "line 3, zone:");
        Tricks.assertOnlyWords(upload(administrator, COLUMNS + GOOD, "seattle", Tricks.ALL));
        HttpResponse<String> noSuch = upload(administrator, COLUMNS + GOOD, Tricks.ALL, "");
        Tricks.assertShownAsWords(noSuch);
        HttpResponse<String> lacking =
                get(administrator, job(upload(administrator, cell(Tricks.ALL) + ",A\n1,2\n", "seattle", "")));
        Tricks.assertShownAsWords(lacking);
        assertThat(lacking.body()).contains("This mapping does not fit this file:", "Original Time Queued");
        String asked = URLEncoder.encode(Tricks.ALL, StandardCharsets.UTF_8);
        String inPath = asked.replace("+", "%20").replace("%2F", "");
        upload(administrator, COLUMNS + GOOD, "seattle", "");
        for (String path : List.of(
                "/history/import/" + inPath,
                "/history/sources/" + inPath,
                "/history/sources/seattle?from=" + asked + "&to=" + asked,
                "/history/sources/seattle/incidents/" + inPath)) {
            Tricks.assertOnlyWords(get(administrator, path));
        }
    }

    @Test
    void what_is_missing_from_the_upload_or_not_known_is_told_beside_its_field() {
        HttpResponse<String> noSuch = upload(administrator, COLUMNS + GOOD, "atlantis", "");
        assertThat(noSuch.statusCode()).isEqualTo(422);
        assertThat(noSuch.body())
                .contains("(atlantis) is none of the mappings that come with the program.")
                .containsPattern("id=\"mapping\"[^>]*aria-describedby=\"mapping-fault\"");
        HttpResponse<String> noFile = upload(administrator, "", "seattle", "");
        assertThat(noFile.statusCode()).isEqualTo(422);
        assertThat(noFile.body()).containsPattern("id=\"file\"[^>]*aria-describedby=\"file-hint file-fault\"");
        HttpResponse<String> nothing = send(request(administrator, "/history/import")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString("--edge--\r\n"))
                .build());
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("The field is missing.", "file");
        String strict = job(upload(administrator, COLUMNS + GOOD, "seattle", ""));
        HttpResponse<String> noBoolean = post(administrator, strict + "/start?strict=perhaps");
        assertThat(noBoolean.statusCode()).isEqualTo(400);
        assertThat(noBoolean.body()).contains("strict", "perhaps");
    }

    @Test
    void a_mapping_with_faults_shows_each_with_its_line() {
        String shown = upload(administrator, COLUMNS + GOOD, "seattle", "version: x\nzone: Mars\n")
                .body();

        assertThat(shown)
                .contains("line 1, version: (x) must be a whole number")
                .contains("line 2, zone: (Mars) is no time zone")
                .contains("source: is missing");
    }

    @Test
    void what_is_no_export_is_refused_beside_the_field() {
        assertThat(upload(administrator, "PK\u0003\u0004", "seattle", "").body())
                .contains("not a CSV");
        assertThat(upload(administrator, "", "seattle", "").body()).contains("Choose a file.");
    }

    @Test
    void who_may_not_import_neither_sees_the_form_nor_the_file_of_another() {
        String job = job(upload(administrator, COLUMNS + GOOD, "seattle", ""));

        assertThat(get(analyst, "/history/import").statusCode()).isEqualTo(403);
        assertThat(upload(analyst, COLUMNS + GOOD, "seattle", "").statusCode()).isEqualTo(403);
        assertThat(get(analyst, job).statusCode()).isEqualTo(403);
        assertThat(get(analyst, "/history").body()).doesNotContain("href=\"/history/import\"");
    }

    @Test
    void each_look_at_an_incident_leaves_its_entry() throws IOException {
        Histories histories = program.get(Histories.class);
        var file = java.nio.file.Files.createTempFile("look", ".csv");
        java.nio.file.Files.writeString(file, COLUMNS + GOOD.replace("1,REPORT", "77,REPORT"));
        String yaml = program.get(org.bluelamp.history.ShippedHistory.class).mappings().stream()
                .filter(mapping -> mapping.name().equals("seattle"))
                .findFirst()
                .orElseThrow()
                .text()
                .replace("id: seattle", "id: looked-at");
        histories.run(
                file,
                histories.mapping(yaml),
                Importing.by(new ActorId("p-1"), new RoleCode("ADMINISTRATOR")),
                ImportProgress.none());

        get(analyst, "/history/sources/looked-at/incidents/77");

        assertThat(looks("history/looked-at/77")).isEqualTo(1);
        assertThat(get(analyst, "/history/sources/looked-at/incidents/78").statusCode())
                .isEqualTo(404);
    }

    private static long looks(String reference) {
        return program.get(JdbcClient.class)
                .sql("select count(*) from journal.look where look::text like '%' || :reference || '%'")
                .param("reference", reference)
                .query(Long.class)
                .single();
    }
}

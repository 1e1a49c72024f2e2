package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.people.PersonView;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// One person of the demonstration at a browser of their own; or a stranger, who has not signed in.
final class Chair {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<PersonView> person;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Chair(Optional<PersonView> person) {
        this.person = person;
    }

    static Chair stranger() {
        return new Chair(Optional.empty());
    }

    static Chair of(PersonView person) {
        var chair = new Chair(Optional.of(person));
        chair.signIn(person);
        return chair;
    }

    Optional<PersonView> person() {
        return person;
    }

    /// Who sits here, for the words of a fault.
    String who() {
        return person.map(known -> known.posts().getFirst())
                .map(post -> "%s of %s"
                        .formatted(
                                post.role(),
                                post.borough().map(BoroughCode::code).orElse("the service")))
                .orElse("a stranger");
    }

    private void signIn(PersonView known) {
        assertThat(post(
                                "/sign-in",
                                "/sign-in/demo",
                                Map.of("person", known.person().text()))
                        .statusCode())
                .isEqualTo(302);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html, */*;q=0.5")
                .timeout(Duration.ofSeconds(30))
                .GET()
                .build());
    }

    /// Sends a form with the token that stands on the page `form`.
    HttpResponse<String> post(String form, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()) + "&")
                .collect(Collectors.joining("", "", "_csrf=" + encoded(token(form))));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /// Sends a file and a field of a form.
    HttpResponse<String> upload(String form, String path, String csv, String mapping) {
        String body = part("file\"; filename=\"sent.csv", csv) + part("mapping", mapping) + part("_csrf", token(form))
                + "--edge--\r\n";
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private String token(String form) {
        var token = CSRF.matcher(get(form).body());
        assertThat(token.find()).as("a form on %s for %s", form, who()).isTrue();
        return token.group(1);
    }

    /// An answer that goes on, e.g. live changes; whoever asks closes it.
    HttpResponse<InputStream> open(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).GET().build(), BodyHandlers.ofInputStream());
        } catch (IOException fault) {
            throw new UncheckedIOException(path, fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(request.uri().toString(), fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static URI uri(String path) {
        return URI.create(PROGRAM.address() + path.replace(" ", "%20").replace("|", "%7C"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// One act of looking as its log holds it.
    record Look(long position, String kind, String route, Set<String> shown) {
        /// Without its position, which is another each time.
        String what() {
            return "%s of %s at %s".formatted(kind, shown, route);
        }
    }

    private record LookRow(long position, String kind, String route, String shown) {
        Look look() {
            var references = new TreeSet<String>();
            JSON.readTree(shown).forEach(reference -> references.add(reference.asString()));
            return new Look(position, kind, route, references);
        }
    }

    /// The acts of looking by this person after a position of the looking-log, oldest first.
    List<Look> looksAfter(long position) {
        String actor = person.map(known -> known.person().actor().text()).orElse("");
        return PROGRAM
                .get(JdbcClient.class)
                .sql("""
                        select position, kind, route, shown
                          from journal.look
                         where actor = :actor and position > :position
                         order by position""")
                .param("actor", actor)
                .param("position", position)
                .query(LookRow.class)
                .list()
                .stream()
                .map(LookRow::look)
                .toList();
    }

    static long newestLook() {
        return PROGRAM.get(JdbcClient.class)
                .sql("select coalesce(max(position), 0) from journal.look")
                .query(Long.class)
                .single();
    }
}

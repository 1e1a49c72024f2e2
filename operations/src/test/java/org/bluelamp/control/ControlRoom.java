package org.bluelamp.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.TestProgram;

/// A control room with a few people in it, on a web server of its own.
public final class ControlRoom implements AutoCloseable {
    public static final String PASSWORD = "three lamps in a row";
    public final TestProgram program;
    private final HttpClient client = HttpClient.newHttpClient();

    public ControlRoom() {
        this(List.of("journal", "console", "policy", "people", "actions", "desks", "control"));
    }

    private ControlRoom(List<String> modules) {
        program = TestProgram.web(modules, TwoBoroughs.class);
    }

    /// The same room with call takers in it.
    public static ControlRoom ofCallTakers() {
        return new ControlRoom(
                List.of("journal", "console", "policy", "people", "persons", "actions", "desks", "control", "contact"));
    }

    /// Somebody of the whole service who signs in with a password.
    public void account(String signInName, String name, String role) {
        program.get(SignIns.class).account(person(name, role, "").id, signInName, PASSWORD, false);
    }

    /// Somebody with a role; `borough` is empty for the whole service.
    public Person person(String name, String role, String borough) {
        People people = program.get(People.class);
        PersonId id = people.nextId();
        var act = Act.byProgram(
                "test", new Happened(program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test"));
        var from = LocalDate.of(2020, 1, 1);
        accepted(people.handle(
                new PersonRequest.Join(id, PersonalText.of(name), PersonEvent.Service.OFFICER, "Inspector", from),
                act));
        accepted(people.handle(
                new PersonRequest.Post(
                        id,
                        new RoleCode(role),
                        new UnitCode("CONTROL-ROOM"),
                        borough.isEmpty() ? Optional.empty() : Optional.of(new BoroughCode(borough)),
                        from),
                act));
        return new Person(
                id, program.get(SignIns.class).token(id, Duration.ofHours(8)).secret());
    }

    private static void accepted(Decision<?, ?> decision) {
        if (!(decision instanceof Decision.Accepted<?, ?>)) {
            throw new IllegalStateException(decision.toString());
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + program.port() + path);
    }

    @Override
    public void close() {
        program.close();
    }

    /// One person at a keyboard, known by a bearer token.
    public final class Person {
        public final PersonId id;
        private final String token;

        private Person(PersonId id, String token) {
            this.id = id;
            this.token = token;
        }

        public HttpResponse<String> get(String path) {
            return send(request(path).header("Accept", "text/html").GET().build());
        }

        public HttpResponse<String> getJson(String path) {
            return send(request(path).header("Accept", "application/json").GET().build());
        }

        public HttpResponse<String> post(String path, Map<String, String> fields) {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(request(path)
                    .header("Accept", "text/html")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        public HttpResponse<String> postJson(String path, String key, String body) {
            var request = request(path).header("Content-Type", "application/json");
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}

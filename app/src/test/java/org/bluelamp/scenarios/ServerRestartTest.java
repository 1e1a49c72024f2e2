package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bluelamp.app.Bluelamp;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.SignIns;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.testing.Proves;
import org.bluelamp.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service stops and starts with people at their desks; one comes back, one does not; then a browser is killed.
@Proves("D12")
class ServerRestartTest {
    private static final Optional<BoroughCode> WESTMINSTER = Optional.of(new BoroughCode("E09000033"));
    private static final DeskCode POD = new DeskCode("pod-1");
    private static final Duration WITHIN = Duration.ofSeconds(90);

    @Test
    void nobody_loses_a_desk_by_a_restart_but_who_does_not_come_back_does_after_the_grace(@TempDir Path data)
            throws IOException, InterruptedException {
        TestDatabase database = TestDatabase.fresh();
        PersonView despatcher;
        PersonView supervisor;
        try (var program = start(database, data)) {
            withShortGraces(program);
            despatcher = holding(program, "COMMUNICATIONS_OFFICER");
            supervisor = holding(program, "OM_SUPERVISOR");
            sits(program, "pod-1", despatcher, "COMMUNICATIONS_OFFICER");
            sits(program, "om-1", supervisor, "OM_SUPERVISOR");
        }
        try (var program = start(database, data)) {
            Desks desks = program.getBean(Desks.class);
            assertThat(desks.of(actor(despatcher))).as("nobody lost a desk").hasSize(1);
            assertThat(desks.of(actor(supervisor))).as("nobody lost a desk").hasSize(1);

            // The despatcher's browser comes back; the supervisor's does not.
            InputStream screen = screen(program, despatcher);
            Thread.ofVirtual().start(() -> drain(screen));
            until(
                    "the supervisor is given up",
                    () -> desks.of(actor(supervisor)).isEmpty());
            assertThat(desks.holderOf(WESTMINSTER, Optional.empty()).person()).contains(actor(despatcher));
            assertThat(desks.now().at(new DeskCode("om-1")).person())
                    .as("the chain goes on to who is on call")
                    .contains(actor(holding(program, "CONTROL_ROOM_CHIEF_INSPECTOR")));

            // The despatcher's browser is killed. The desk is kept through the grace, then the person on call has it.
            screen.close();
            until(
                    "the screen is missed",
                    () -> desks.room().stream()
                            .anyMatch(seat -> seat.desk().code().equals(POD)
                                    && seat.lostSince().isPresent()));
            assertThat(desks.holderOf(WESTMINSTER, Optional.empty()).person())
                    .as("kept through the grace")
                    .contains(actor(despatcher));
            until(
                    "the despatcher is given up",
                    () -> desks.of(actor(despatcher)).isEmpty());
            assertThat(desks.holderOf(WESTMINSTER, Optional.empty()).person())
                    .contains(actor(holding(program, "CONTROL_ROOM_CHIEF_INSPECTOR")));
        }
    }

    private static ConfigurableApplicationContext start(TestDatabase database, Path data) {
        return new SpringApplicationBuilder(Bluelamp.class)
                .run(
                        "--bluelamp.database-url=" + database.writerUrl(),
                        "--bluelamp.database-owner-url=" + database.ownerUrl(),
                        "--bluelamp.data=" + data,
                        "--bluelamp.demo=true",
                        "--server.port=0",
                        "--logging.level.root=WARN");
    }

    private static void withShortGraces(ConfigurableApplicationContext program) throws IOException {
        try (InputStream in = Objects.requireNonNull(DeskPlan.class.getResourceAsStream("/policies/desks.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": 1", "\"version\": 2")
                    .replace("\"PT30S\"", "\"PT3S\"")
                    .replace("\"PT3M\"", "\"PT8S\"");
            assertThat(program.getBean(Policies.class).load(text, act(program))).isInstanceOf(PolicyLoad.Sound.class);
        }
    }

    private static Act act(ConfigurableApplicationContext program) {
        var now = new Happened(program.getBean(ServiceClock.class).now(), Happened.Precision.SECOND, "test");
        return Act.byProgram("test", now);
    }

    private static PersonView holding(ConfigurableApplicationContext program, String role) {
        return program.getBean(People.class).holding(new RoleCode(role)).getFirst();
    }

    private static ActorId actor(PersonView person) {
        return person.person().actor();
    }

    private static void sits(ConfigurableApplicationContext program, String desk, PersonView person, String role) {
        var sit = new DeskRequest.Sit(new DeskCode(desk), actor(person), new RoleCode(role), true);
        assertThat(program.getBean(Desks.class).handle(sit, act(program))).isInstanceOf(Decision.Accepted.class);
    }

    /// A page that is open: its stream of changes.
    private static InputStream screen(ConfigurableApplicationContext program, PersonView person)
            throws IOException, InterruptedException {
        String token = program.getBean(SignIns.class)
                .token(person.person(), Duration.ofHours(1))
                .secret();
        String port = program.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/live?topics=room"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
    }

    private static void drain(InputStream screen) {
        try {
            screen.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long from = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - from).as(what).isLessThan(WITHIN.toNanos());
            Thread.sleep(100);
        }
    }
}

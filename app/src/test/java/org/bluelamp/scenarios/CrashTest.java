package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluelamp.app.Bluelamp;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 200 incidents are opened over HTTP, each with its key, while the program and its database are killed at random
/// moments. The client does what any client does: it sends again, with the same key, until it is answered.
class CrashTest {
    private static final int ACTS = 200;
    private static final int KILLS_OF_PROGRAM = 2;
    private static final int KILLS_OF_DATABASE = 1;
    private static final int KILLS_OF_ONE_PROCESS = 4;
    private static final int DELAY_MILLIS_MAX = 40;
    private static final int TRIES_MAX = 200;
    private static final Pattern REF = Pattern.compile("\"ref\"\\s*:\\s*\"([^\"]+)\"");
    private static final long SEED = Long.getLong("bluelamp.seed", 20_261_122L);

    private enum Kill {
        PROGRAM,
        DATABASE,
        ONE_PROCESS
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_doubled_when_program_and_database_are_killed(@TempDir Path data)
            throws IOException, InterruptedException {
        System.out.println("seed " + SEED);
        String token = tokenOfOperator(data);
        Map<Integer, String> acknowledged = new LinkedHashMap<>();
        try (var served = ServedProgram.on(data)) {
            RandomGenerator chance = new Random(SEED);
            Map<Integer, Kill> kills = kills(chance);
            for (int act = 0; act < ACTS; act++) {
                CompletableFuture<Void> killer = killing(served, Optional.ofNullable(kills.get(act)), chance);
                acknowledged.put(act, opened(served, token, act));
                killer.join();
            }
            for (String ref : acknowledged.values()) {
                assertThat(logOf(served, token, ref).statusCode()).as(ref).isEqualTo(200);
            }
        }
        assertThat(new TreeSet<>(acknowledged.values()))
                .as("each act has an incident of its own")
                .hasSize(ACTS);
        try (var program = program(data)) {
            var jdbc = program.getBean(JdbcClient.class);
            assertThat(count(jdbc, "select count(*) from journal.entry where type = 'control/incident.opened'"))
                    .as("an incident is opened once for each act")
                    .isEqualTo(ACTS);
            assertThat(count(jdbc, "select max(position) - count(*) from journal.entry"))
                    .as("positions have no gap")
                    .isZero();
        }
    }

    private static Map<Integer, Kill> kills(RandomGenerator chance) {
        var kills = new LinkedHashMap<Integer, Kill>();
        place(kills, Kill.PROGRAM, KILLS_OF_PROGRAM, chance);
        place(kills, Kill.DATABASE, KILLS_OF_DATABASE, chance);
        place(kills, Kill.ONE_PROCESS, KILLS_OF_ONE_PROCESS, chance);
        return kills;
    }

    private static void place(Map<Integer, Kill> kills, Kill kill, int times, RandomGenerator chance) {
        int placed = 0;
        while (placed < times) {
            if (kills.putIfAbsent(chance.nextInt(ACTS), kill) == null) {
                placed++;
            }
        }
    }

    /// Kills while the act is under way, some milliseconds after it began; a kill that fails, fails the test.
    private static CompletableFuture<Void> killing(ServedProgram served, Optional<Kill> kill, RandomGenerator chance) {
        int delay = chance.nextInt(DELAY_MILLIS_MAX);
        var own = new Random(chance.nextLong());
        return CompletableFuture.runAsync(() -> kill.ifPresent(what -> {
            try {
                Thread.sleep(delay);
                switch (what) {
                    case PROGRAM -> served.killProgramAndRestart();
                    case DATABASE -> served.killDatabaseAndRestart();
                    case ONE_PROCESS -> served.killOneDatabaseProcess(own);
                }
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("The kill (%s) failed.".formatted(what), failed);
            }
        }));
    }

    /// The reference of the incident once it is acknowledged.
    private static String opened(ServedProgram served, String token, int act) throws InterruptedException {
        String said = "nothing";
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            try {
                HttpResponse<String> answer = served.send(authorised(served, token, "/api/v1/incidents")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "crash-%d-act-%d".formatted(SEED, act))
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"type": "FIGHT", "grade": "I", "place": "Behind the depot, gate %d",
                                 "said": "Two people fighting.", "channel": "EMERGENCY_CALL"}""".formatted(act))));
                Matcher ref = REF.matcher(answer.body());
                if (answer.statusCode() == 201 && ref.find()) {
                    return ref.group(1);
                }
                said = answer.statusCode() + " " + answer.body();
                assertThat(answer.statusCode()).as(said).isGreaterThanOrEqualTo(500);
            } catch (IOException broken) {
                said = broken.toString();
            }
            Thread.sleep(250);
        }
        throw new AssertionError("The act (%d) was never acknowledged; the last answer was: %s".formatted(act, said));
    }

    private static HttpResponse<String> logOf(ServedProgram served, String token, String ref)
            throws IOException, InterruptedException {
        return served.send(
                authorised(served, token, "/api/v1/incidents/" + ref + "/log").GET());
    }

    private static HttpRequest.Builder authorised(ServedProgram served, String token, String path) {
        return HttpRequest.newBuilder(served.uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static ConfigurableApplicationContext program(Path data) {
        return new SpringApplicationBuilder(Bluelamp.class)
                .run("--bluelamp.data=" + data, "--server.port=-1", "--logging.level.root=WARN");
    }

    /// Makes an operator before the program serves, as an administrator would.
    private static String tokenOfOperator(Path data) throws IOException {
        Files.createDirectories(data);
        try (var program = program(data)) {
            People people = program.getBean(People.class);
            PersonId id = people.nextId();
            var now = program.getBean(ServiceClock.class).now();
            var act = Act.byProgram("test", new Happened(now, Happened.Precision.SECOND, "test"));
            var from = LocalDate.of(2020, 1, 1);
            accepted(people.handle(
                    new PersonRequest.Join(id, PersonalText.of("Pat Spill"), PersonEvent.Service.STAFF, "Staff", from),
                    act));
            accepted(people.handle(
                    new PersonRequest.Post(
                            id,
                            new RoleCode("COMMUNICATIONS_OFFICER"),
                            new UnitCode("CONTROL-ROOM"),
                            Optional.empty(),
                            from),
                    act));
            return program.getBean(SignIns.class).token(id, Duration.ofHours(4)).secret();
        }
    }

    private static void accepted(Decision<?, ?> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }
}

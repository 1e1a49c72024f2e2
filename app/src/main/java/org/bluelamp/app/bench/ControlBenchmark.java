package org.bluelamp.app.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.Units;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.springframework.context.ApplicationContext;

/// The control room over HTTP, as clients on the same machine see it: units on duty, open incidents, live streams; then
/// create, assign, status and list alone, and the mix of 30 % create, 30 % assign and 40 % list. Every answer is
/// committed, and every list is noted in the looking-log, before it is given.
///
/// Units: sizes are those of the issue: 3,000 units, 2,000 open incidents, 100 streams, 4 clients, 20 s of mix.
final class ControlBenchmark implements Benchmark {
    private static final int UNITS = 3_000;
    private static final int OPEN = 2_000;
    private static final int STREAMS = 100;
    private static final int CLIENTS = 4;
    private static final Duration WARM = Duration.ofSeconds(8);
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final Duration MIX = Duration.ofSeconds(20);
    private static final int LISTED = 50;
    private static final long SEED = 20_261_122;
    private static final ActorId SOMEBODY = new ActorId("system/bench");

    /// What a client does.
    private enum Doing {
        CREATE,
        ASSIGN,
        STATUS,
        LIST
    }

    @Override
    public List<Measurement> run(ApplicationContext program, Sizes sizes, Consumer<String> progress) {
        Room room = new Room(program);
        progress.accept("%,d units come on duty".formatted(UNITS));
        room.units();
        progress.accept("%,d incidents are opened".formatted(OPEN));
        room.incidents();
        progress.accept("%,d live streams are opened".formatted(STREAMS));
        room.streams();
        progress.accept("warm up");
        room.measure("warm up", WARM, random -> mixed(random.nextInt(10)));
        var measured = new ArrayList<Measurement>();
        for (Doing doing : Doing.values()) {
            progress.accept("%s, %d clients".formatted(doing.name().toLowerCase(Locale.ROOT), CLIENTS));
            measured.addAll(room.measure("alone", ALONE, _ -> doing).values());
        }
        progress.accept("the mix, %d clients, %d s".formatted(CLIENTS, MIX.toSeconds()));
        Map<Doing, Measurement> mix = room.measure("mix", MIX, random -> mixed(random.nextInt(10)));
        measured.addAll(mix.values());
        measured.add(room.whole("mix, all", MIX));
        measured.add(room.heard());
        room.close();
        return measured;
    }

    private static Doing mixed(int tenth) {
        return tenth < 3 ? Doing.CREATE : tenth < 6 ? Doing.ASSIGN : Doing.LIST;
    }

    /// Which act a client does next.
    private interface Choice {
        Doing next(Random random);
    }

    /// A room with its units, incidents and clients.
    private static final class Room {
        private final ApplicationContext program;
        private final Incidents incidents;
        private final Units units;
        private final Instant at;
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final String address;
        private final String token;
        private final List<IncidentRef> open = new CopyOnWriteArrayList<>();
        private final ConcurrentLinkedQueue<TourRef> free = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<TourRef> busy = new ConcurrentLinkedQueue<>();
        private final AtomicLong keys = new AtomicLong();
        private final AtomicInteger messages = new AtomicInteger();
        private final List<CompletableFuture<?>> live = new ArrayList<>();
        private final Map<Doing, LongStream.Builder> taken = new EnumMap<>(Doing.class);
        private long[] all = new long[0];

        Room(ApplicationContext program) {
            this.program = program;
            this.incidents = program.getBean(Incidents.class);
            this.units = program.getBean(Units.class);
            this.at = program.getBean(ServiceClock.class).now();
            this.address = "http://localhost:"
                    + Optional.ofNullable(program.getEnvironment().getProperty("local.server.port"))
                            .orElseThrow(() -> new IllegalStateException("The benchmark's program has no port."));
            this.token = despatcher();
        }

        private String despatcher() {
            People people = program.getBean(People.class);
            PersonId id = people.nextId();
            Act act = Act.byProgram("bench", new Happened(at, Happened.Precision.SECOND, "bench"));
            LocalDate from = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1);
            people.handle(
                    new PersonRequest.Join(
                            id, PersonalText.of("Bench"), PersonEvent.Service.STAFF, "Communications officer", from),
                    act);
            people.handle(
                    new PersonRequest.Post(
                            id,
                            new RoleCode("COMMUNICATIONS_OFFICER"),
                            new UnitCode("CONTROL-ROOM"),
                            Optional.empty(),
                            from),
                    act);
            return program.getBean(SignIns.class).token(id, Duration.ofHours(1)).secret();
        }

        private Asked asked() {
            return new Asked(
                    new Sight(SOMEBODY, null), new RoleCode("PROGRAM"), EnteredHow.PROGRAM, at, new RequestKey(key()));
        }

        private String key() {
            return "bench-key-%08d".formatted(keys.incrementAndGet());
        }

        void units() {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            for (int number = 1; number <= UNITS; number++) {
                TourRef unit = new TourRef(day, new Callsign("B%04d".formatted(number)), 1);
                units.handle(new UnitRequest.ComeOn(
                        asked(), unit, "RESPONSE", null, List.of(), List.of("TASER"), at.plusSeconds(36_000)));
                free.add(unit);
            }
        }

        void incidents() {
            for (int number = 1; number <= OPEN; number++) {
                var decision = incidents.handle(new IncidentRequest.Open(
                        asked(),
                        number % 3 == 0 ? "BURGLARY" : "FIGHT",
                        null,
                        new PlaceGiven.Located(
                                number + " Rupert Street",
                                "Rupert Street, West End, Westminster",
                                new Coordinate(51_511_400 + number, -132_900 - number),
                                new BoroughCode("E09000033"),
                                "E05000645",
                                "2014"),
                        "caller says word" + number,
                        "07700 900441",
                        Channel.EMERGENCY_CALL));
                if (decision instanceof org.bluelamp.kernel.Decision.Accepted<?, ?> accepted
                        && accepted.events().getFirst() instanceof org.bluelamp.control.IncidentEvent opened) {
                    open.add(opened.incident());
                }
            }
        }

        void streams() {
            long from = program.getBean(Journal.class).position();
            for (int stream = 0; stream < STREAMS; stream++) {
                HttpRequest request = request("/api/v1/live?topics=incidents,units&from=" + from)
                        .GET()
                        .build();
                live.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                        .thenAcceptAsync(answer -> answer.body()
                                .filter(line -> line.startsWith("id:"))
                                .forEach(_ -> messages.incrementAndGet())));
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        }

        Map<Doing, Measurement> measure(String name, Duration time, Choice choice) {
            taken.clear();
            try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
                var clients = new ArrayList<Callable<Map<Doing, LongStream.Builder>>>();
                for (int number = 0; number < CLIENTS; number++) {
                    var random = new Random(SEED + number);
                    clients.add(() -> client(time, random, choice));
                }
                for (Future<Map<Doing, LongStream.Builder>> one : threads.invokeAll(clients)) {
                    one.get()
                            .forEach((doing, nanos) -> nanos.build()
                                    .forEach(taken.computeIfAbsent(doing, _ -> LongStream.builder())::add));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The benchmark was interrupted.", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A client of the benchmark failed.", failed.getCause());
            }
            var measured = new EnumMap<Doing, Measurement>(Doing.class);
            all = new long[0];
            taken.forEach((doing, nanos) -> {
                long[] each = nanos.build().toArray();
                all = LongStream.concat(LongStream.of(all), LongStream.of(each)).toArray();
                measured.put(doing, measurement(name + ", " + doing.name().toLowerCase(Locale.ROOT), each, time));
            });
            return measured;
        }

        Measurement whole(String name, Duration time) {
            return measurement(name, all, time);
        }

        private static Measurement measurement(String name, long[] nanos, Duration time) {
            return Measurement.of(name, "requests", nanos.length, nanos, time.toNanos());
        }

        /// How many messages the live streams were sent while all this went on.
        Measurement heard() {
            return Measurement.of("messages on live streams", "messages", messages.get(), new long[] {0}, 0);
        }

        private Map<Doing, LongStream.Builder> client(Duration time, Random random, Choice choice)
                throws java.io.IOException, InterruptedException {
            var nanos = new EnumMap<Doing, LongStream.Builder>(Doing.class);
            long until = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < until) {
                Doing doing = choice.next(random);
                HttpRequest request = request(doing, random);
                long from = System.nanoTime();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                nanos.computeIfAbsent(doing, _ -> LongStream.builder()).add(System.nanoTime() - from);
                if (answer.statusCode() >= 300) {
                    throw new IllegalStateException(
                            "%s was answered %d: %s".formatted(doing, answer.statusCode(), answer.body()));
                }
            }
            return nanos;
        }

        private HttpRequest request(Doing doing, Random random) {
            return switch (doing) {
                case LIST -> request("/api/v1/incidents?max=" + LISTED).GET().build();
                case CREATE -> post("/api/v1/incidents", """
                            {"type":"FIGHT","place":"behind the bakery %d","said":"caller says word%d","caller":"0770"}
                            """.formatted(random.nextInt(10_000), random.nextInt(10_000)));
                case ASSIGN ->
                    post(
                            "/api/v1/incidents/%s/assignments".formatted(open.get(random.nextInt(open.size()))),
                            "{\"unit\":\"%s\"}".formatted(next().callsign()));
                case STATUS -> status();
            };
        }

        /// A unit that is on no incident; one that has been longest on one is let go where few are left.
        private TourRef next() {
            TourRef unit = free.poll();
            if (unit == null) {
                TourRef longest = busy.remove();
                units.find(longest)
                        .ifPresent(view -> Optional.ofNullable(view.incident())
                                .ifPresent(ref -> incidents.handle(new IncidentRequest.Finish(asked(), ref, longest))));
                unit = longest;
            }
            busy.add(unit);
            return unit;
        }

        /// A unit on an incident says that it is at the scene; a free one that it patrols.
        private HttpRequest status() {
            TourRef unit = Optional.ofNullable(busy.poll()).orElseGet(free::remove);
            busy.add(unit);
            boolean committed =
                    units.find(unit).map(view -> view.incident() != null).orElse(false);
            return post(
                    "/api/v1/units/%s/status".formatted(unit.callsign()),
                    committed ? "{\"status\":\"AT_SCENE\"}" : "{\"status\":\"PATROLLING\"}");
        }

        private HttpRequest post(String path, String body) {
            return request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key())
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        }

        void close() {
            live.forEach(stream -> stream.cancel(true));
            client.shutdownNow();
        }
    }
}

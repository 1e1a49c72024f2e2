package org.bluelamp.app.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bluelamp.app.bench.Stopwatch.Work;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.RoleCode;
import org.springframework.context.ApplicationContext;

/// A live incident: opened (decided, journalled, on the board and in the search), and found again by its words.
final class IncidentBenchmark implements Benchmark {
    private static final int WARM_UP = 200;
    private static final int OPENINGS_MAX = 2_000;
    private static final int SEARCHES = 200;
    private static final ActorId SOMEBODY = new ActorId("system/bench");

    @Override
    public List<Measurement> run(ApplicationContext program, Sizes sizes, Consumer<String> progress) {
        Incidents incidents = program.getBean(Incidents.class);
        Instant at = program.getBean(ServiceClock.class).now();
        int openings = Math.min(sizes.appends(), OPENINGS_MAX);
        var measured = new ArrayList<Measurement>();
        Stopwatch.alone(
                new Work("warm up", "incidents", 1), WARM_UP, number -> incidents.handle(open("warm", number, at)));
        progress.accept("%,d incidents opened".formatted(openings));
        measured.add(Stopwatch.alone(
                new Work("open an incident", "incidents", 1),
                openings,
                number -> incidents.handle(open("open", number, at))));
        progress.accept("found by words");
        measured.add(Stopwatch.alone(
                new Work("find by two words", "searches", 1),
                SEARCHES,
                number -> incidents.search("caller word" + number, new Sight(SOMEBODY, null))));
        progress.accept("the board");
        measured.add(Stopwatch.alone(
                new Work("board of open incidents", "boards", 1),
                SEARCHES,
                _ -> incidents.open(new Sight(SOMEBODY, null))));
        return measured;
    }

    private static IncidentRequest open(String kind, int number, Instant at) {
        return new IncidentRequest.Open(
                new Asked(
                        new Sight(SOMEBODY, null),
                        new RoleCode("PROGRAM"),
                        EnteredHow.PROGRAM,
                        at,
                        new RequestKey("bench-%s-%d".formatted(kind, number))),
                "FIGHT",
                null,
                new PlaceGiven.Located(
                        "21 Rupert Street",
                        "Rupert Street, West End, Westminster",
                        new Coordinate(51_511_400, -132_900),
                        new BoroughCode("E09000033"),
                        "E05000645",
                        "2014"),
                "caller says word%d and more, %s".formatted(number, kind),
                "07700 900441",
                Channel.EMERGENCY_CALL);
    }
}

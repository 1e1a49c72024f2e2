package org.bluelamp.geography.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Opens the roads beside everything else when a program that serves starts; until then travel is estimated.
@Component
@ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
final class RoadsAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RoadsAtStart.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RoadTravel travel;
    private final Path imports;

    RoadsAtStart(RoadTravel travel, @Value("${bluelamp.data}") Path data) {
        this.travel = travel;
        this.imports = data.resolve("roads");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread.ofPlatform().name("roads").daemon().start(this::open);
    }

    private void open() {
        long from = System.nanoTime();
        try {
            RoadGraph graph = ShippedRoads.graph(imports, travel.profiles());
            travel.use(graph);
            LOG.info(
                    "Roads are open after {} ms: {} junctions, {} roads between them.",
                    (System.nanoTime() - from) / NANOS_PER_MILLI,
                    graph.nodes(),
                    graph.edges());
        } catch (IOException torn) {
            LOG.error("The roads cannot be opened; travel stays estimated.", torn);
        }
    }
}

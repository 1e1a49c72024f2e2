package org.bluelamp.geography.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.geography.ReferenceFile;
import org.bluelamp.geography.Roads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The roads of this node: those of the extract somebody loaded, else the shipped ones. The extract and the graph made
/// of it lie in the data directory, not in the record: both can be made again at any time.
@Component
final class RoadLibrary implements Roads {
    private static final Logger LOG = LoggerFactory.getLogger(RoadLibrary.class);
    private static final String CHOICE = "loaded.json";
    private static final String EXTRACT = "extract.osm.pbf";

    private final RoadTravel travel;
    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();
    private volatile Optional<Open> open = Optional.empty();

    /// What somebody loaded: written beside the extract, read at every start.
    private record Choice(String label, String file, String licence) {}

    private record Open(Loaded loaded, RoadLines lines) {}

    RoadLibrary(RoadTravel travel, @Value("${bluelamp.data:data}") Path data) {
        this.travel = travel;
        this.folder = data.resolve("roads");
    }

    @Override
    public Optional<Loaded> loaded() {
        return open.map(Open::loaded);
    }

    @Override
    public Optional<String> tile(int zoom, int column, int row) {
        return open.flatMap(roads -> roads.lines().tile(zoom, column, row));
    }

    @Override
    public Outcome load(ReferenceFile extract) {
        var choice = new Choice(ReferenceLibrary.stem(extract.name()), extract.name(), extract.licence());
        try {
            open(choice, List.of(extract.bytes()));
            Files.createDirectories(folder);
            Files.write(folder.resolve(EXTRACT), extract.bytes());
            Path beside = folder.resolve(CHOICE + ".new");
            Files.write(beside, json.writeValueAsBytes(choice));
            Files.move(beside, folder.resolve(CHOICE), StandardCopyOption.REPLACE_EXISTING);
            return new Outcome.Taken(loaded().orElseThrow());
        } catch (IOException torn) {
            return new Outcome.Refused("The roads of the file (%s) cannot be gone by: %s."
                    .formatted(extract.name(), String.valueOf(torn.getMessage())));
        }
    }

    /// The file whose change says that other roads were loaded.
    Path choice() {
        return folder.resolve(CHOICE);
    }

    /// Opens what was loaded last, else the shipped roads.
    void openChosen() throws IOException {
        if (Files.exists(choice())) {
            Choice chosen = json.readValue(Files.readAllBytes(choice()), Choice.class);
            open(chosen, List.of(Files.readAllBytes(folder.resolve(EXTRACT))));
        } else {
            open(
                    new Choice(ShippedRoads.LABEL, String.join(", ", ShippedRoads.FILES), ShippedRoads.LICENCE),
                    ShippedRoads.extracts());
        }
    }

    private synchronized void open(Choice choice, List<byte[]> extracts) throws IOException {
        long from = System.nanoTime();
        var imports = new RoadFolder(folder, travel.profiles());
        String version = imports.version(extracts);
        if (loaded().map(Loaded::version).filter(version::equals).isPresent()) {
            return;
        }
        RoadGraph graph = imports.graph(extracts);
        RoadLines lines = graph.lines();
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        var now = new Loaded(
                choice.label(),
                List.of(choice.file().split(", ")),
                choice.licence(),
                version,
                graph.nodes(),
                graph.edges(),
                graph.southWest(),
                graph.northEast(),
                took);
        travel.use(graph);
        open = Optional.of(new Open(now, lines));
        LOG.info(
                "Roads ({}) are open after {} ms: {} junctions, {} roads between them.",
                now.label(),
                took.toMillis(),
                now.junctions(),
                now.roads());
    }
}

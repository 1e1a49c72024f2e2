package org.bluelamp.geography.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluelamp.geography.FileFault;
import org.bluelamp.geography.FileFault.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonReaderTest {
    private static final Path FILES = Path.of("src/test/resources/geojson");

    /// The linter's sentences and the rule of ours that says the same.
    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("An object contained duplicate members", Rule.DUPLICATE_MEMBER),
            Map.entry("member required", Rule.MEMBER_MISSING),
            Map.entry("\"type\" member required", Rule.TYPE_MISSING),
            Map.entry("\"type\" member should be string", Rule.TYPE_NOT_TEXT),
            Map.entry("cannot contain a", Rule.MEMBER_FORBIDDEN),
            Map.entry("this needs to be nested more deeply", Rule.NOT_NESTED),
            Map.entry("Parse error", Rule.NOT_JSON),
            Map.entry("should follow the right-hand rule", Rule.RING_TURNED),
            Map.entry("\"properties\" member should be object", Rule.MEMBER_KIND),
            Map.entry("member should be an array", Rule.MEMBER_KIND),
            Map.entry("each element in a position must be a number", Rule.POSITION_NOT_NUMBER),
            Map.entry("Every feature must be an object", Rule.FEATURE_NOT_OBJECT),
            Map.entry("member must have a string or number value", Rule.ID_KIND),
            Map.entry("bbox", Rule.BBOX_KIND),
            Map.entry("the first and last positions", Rule.RING_OPEN),
            Map.entry("must contain only geometry objects", Rule.GEOMETRY_NOT_OBJECT),
            Map.entry("case sensitive", Rule.TYPE_UNKNOWN),
            Map.entry("should avoid nested geometry collections", Rule.COLLECTION_NESTED),
            Map.entry("GeometryCollection with a single geometry", Rule.COLLECTION_SINGLE),
            Map.entry("features must have a type=feature", Rule.FEATURE_TYPE),
            Map.entry("position must have 2 or more", Rule.POSITION_SHORT),
            Map.entry("root of a GeoJSON object", Rule.ROOT_NOT_OBJECT),
            Map.entry("a line needs to have two", Rule.LINE_SHORT),
            Map.entry("a LinearRing of coordinates needs to have four", Rule.RING_SHORT),
            Map.entry("is unknown", Rule.TYPE_UNKNOWN));

    static List<Path> good() throws IOException {
        return files("good");
    }

    static List<Path> bad() throws IOException {
        return files("bad");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(FILES.resolve(folder))) {
            List<Path> found = all.filter(file -> file.toString().endsWith(".geojson"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void every_good_file_is_read_whole_and_nothing_is_refused(Path file) throws IOException {
        var faults = new Faults();
        GeoJson read = GeoJsonReader.read(Files.readString(file), faults);
        assertThat(faults.listed()).noneMatch(fault -> fault.effect() == Effect.REFUSED);
        assertThat(read.whole()).isTrue();
        assertThat(read.features()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void every_bad_file_is_refused_or_repaired_with_a_message_at_its_line(Path file) throws IOException {
        var faults = new Faults();
        GeoJsonReader.read(Files.readString(file), faults);
        assertThat(faults.listed()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
            assertThat(fault.where()).startsWith("$");
            assertThat(fault.sentence()).endsWith(".");
        });
        var left = new ArrayList<>(faults.listed());
        for (JsonNode expected : results(file)) {
            Rule rule = ruleOf(expected.get("message").asString());
            int line = expected.get("line").asInt();
            FileFault match = left.stream()
                    .filter(fault -> fault.rule().equals(rule.code()) && fault.line() >= line)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "%s: (%s) from line %d is not among %s".formatted(file, rule, line, faults.listed())));
            left.remove(match);
        }
    }

    private static Iterable<JsonNode> results(Path file) throws IOException {
        Path result = Path.of(file.toString().replace(".geojson", ".result"));
        return JsonMapper.builder().build().readTree(Files.readString(result));
    }

    private static Rule ruleOf(String message) {
        return RULES.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
                .orElseThrow(() -> new AssertionError("No rule of ours says: " + message))
                .getValue();
    }

    @Test
    void every_fault_of_a_file_is_listed_and_its_good_feature_is_kept() throws IOException {
        var faults = new Faults();
        GeoJson read = GeoJsonReader.read(Files.readString(FILES.resolve("bad/multiple_problems.geojson")), faults);
        assertThat(faults.listed())
                .extracting(FileFault::line, FileFault::where, FileFault::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(7, "$.features[0].id", "id-kind"),
                        org.assertj.core.groups.Tuple.tuple(
                                12, "$.features[0].geometry.coordinates[1]", "position-not-number"),
                        org.assertj.core.groups.Tuple.tuple(28, "$.features[2].type", "feature-type"),
                        org.assertj.core.groups.Tuple.tuple(39, "$.features[3].type", "feature-type"),
                        org.assertj.core.groups.Tuple.tuple(43, "$.features[3].geometry.coordinates", "member-kind"));
        assertThat(read.features()).extracting(GeoJson.Feature::where).containsExactly("$.features[1]");
    }

    @Test
    void the_features_before_a_tear_are_kept_and_the_torn_one_is_not_named_twice() {
        var faults = new Faults();
        GeoJson read = GeoJsonReader.read("""
                {"type": "FeatureCollection", "features": [
                {"type":"Feature","properties":{"name":"whole"},"geometry":{"type":"Point","coordinates":[0,1]}},
                {"type": "Feature", "properties": {"name": "torn"}, "geometry": {"type": "Poi""", faults);
        assertThat(read.whole()).isFalse();
        assertThat(read.features())
                .extracting(feature -> feature.property("name").orElse(""))
                .containsExactly("whole");
        assertThat(faults.listed())
                .extracting(FileFault::rule, FileFault::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("not-json", 3));
    }

    @Test
    void a_ring_that_runs_the_wrong_way_is_turned_and_an_open_one_closed() {
        var faults = new Faults();
        GeoJson read = GeoJsonReader.read("""
                {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [1, 0]]]}""", faults);
        assertThat(read.features().getFirst().shape().orElseThrow().toText())
                .isEqualTo("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
        assertThat(faults.listed()).extracting(FileFault::effect).containsOnly(Effect.REPAIRED);
    }
}

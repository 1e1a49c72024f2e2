package org.bluelamp.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeographyCommandTest {
    private static final String BEATS = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"code": "B1", "name": "North"},
             "geometry": {"type": "Polygon", "coordinates": [[[10,50],[11,50],[11,51],[10,51],[10,50]]]}},
            {"type": "Feature", "properties": {"code": "B2", "name": "South"},
             "geometry": {"type": "Polygon", "coordinates": [[[10,50],["x",50],[11,51],[10,50]]]}}
            ]}""";

    @TempDir
    Path folder;

    /// What a command answered: its status, and both of its outputs.
    private record Said(int status, String out, String err) {}

    private static Said run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int status = Commands.line()
                    .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                    .execute(words);
            return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    @Test
    void boundaries_are_loaded_with_their_faults_named_and_a_second_time_changes_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("beats.geojson"), BEATS);
        String data = folder.resolve("data").toString();
        String[] words = {
            "geography", "areas", file.toString(), "--kind", "police-area", "--version", "2026", "--data", data
        };
        Said first = run(words);
        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("Loaded: police-area 2026, valid from 2026-01-01, 1 entries, 1 refused");
        assertThat(first.err())
                .contains("line 5, column 60, $.features[1].geometry.coordinates[0][1][0]: Each element of a position");
        assertThat(run(words).out()).contains("Nothing changed, this is loaded: police-area 2026");
    }

    @Test
    void wrong_words_are_status_2_and_a_file_that_is_not_there_status_1() {
        assertThat(run("geography", "areas", "x.geojson", "--kind", "county"))
                .satisfies(said -> assertThat(said.status()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("The kind (county) must be borough, ward"));
        assertThat(run("geography").status()).isEqualTo(2);
        assertThat(run("geography", "gazetteer", "a.osm.pbf", "b.osm.pbf").status())
                .isEqualTo(2);
        assertThat(run("geography", "areas", folder.resolve("none.geojson").toString()))
                .satisfies(said -> assertThat(said.status()).isEqualTo(1))
                .satisfies(said -> assertThat(said.err()).contains("cannot be read"));
    }
}

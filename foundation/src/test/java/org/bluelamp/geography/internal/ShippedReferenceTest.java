package org.bluelamp.geography.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.ReferenceFile;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;

/// The shipped files that we derived are what deriving them again gives; `-Dbluelamp.reference=write` writes them.
class ShippedReferenceTest {
    private static final Path SHIPPED = Path.of("src/main/resources/reference");
    private static final String CITY = "E09000001";
    private static final LocalDate SINCE = LocalDate.of(1965, 4, 1);

    private static List<AreaShape> boroughs() throws IOException {
        var faults = new Faults();
        byte[] bytes = Files.readAllBytes(SHIPPED.resolve("london_boroughs.geojson.gz"));
        String text = FileText.utf8(FileText.unpacked(bytes, faults).orElseThrow(), faults)
                .orElseThrow();
        var shapes = AreaFile.areas(
                GeoJsonReader.read(text, faults),
                AreaKind.BOROUGH,
                BoroughCodes.shipped().byName(),
                faults);
        assertThat(faults.refused()).isZero();
        return shapes;
    }

    @Test
    void the_boroughs_are_thirty_two_and_the_city() throws IOException {
        assertThat(boroughs())
                .hasSize(33)
                .extracting(area -> area.code().text())
                .contains(CITY, "E09000033");
    }

    @Test
    void the_police_areas_are_the_boroughs_without_their_inner_borders() throws IOException {
        var forces = new ArrayList<Area>();
        var shapes = new ArrayList<Geometry>();
        for (String force : List.of("city-of-london", "metropolitan")) {
            boolean city = force.equals("city-of-london");
            Geometry[] held = boroughs().stream()
                    .filter(borough -> borough.code().text().equals(CITY) == city)
                    .map(AreaShape::shape)
                    .toArray(Geometry[]::new);
            shapes.add(CoverageUnion.union(held));
            forces.add(new Area(
                    AreaKind.POLICE_AREA,
                    new AreaCode(city ? "E23000034" : "E23000001"),
                    city ? "City of London Police" : "Metropolitan Police Service",
                    Optional.empty(),
                    "london-forces",
                    SINCE));
        }
        var out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        OutlineWriter.feature(out, forces.get(1), shapes.get(1));
        out.append(",\n");
        OutlineWriter.feature(out, forces.get(0), shapes.get(0));
        out.append("\n]}\n");
        compare("london_police_areas.geojson.gz", out.toString());
    }

    @Test
    void the_streets_are_those_of_the_two_extracts_of_openstreetmap() throws IOException {
        Path roads = Path.of(System.getProperty("bluelamp.root"), "..", "shared", "data", "london-roads");
        if (!Files.isDirectory(roads)) {
            if (System.getenv("CI") != null) {
                fail("The extracts of OpenStreetMap (%s) are missing.".formatted(roads));
            }
            System.out.println("The streets were not derived again: the extracts of OpenStreetMap are not here.");
            return;
        }
        var shapes = boroughs();
        var layer = new AreaLayer(
                shapes.stream()
                        .map(shape -> new Area(
                                AreaKind.BOROUGH, shape.code(), shape.name(), Optional.empty(), "shipped", SINCE))
                        .toList(),
                shapes.stream().map(AreaShape::shape).toList());
        var rows = new StreetRows(at -> layer.at(at.latitude(), at.longitude()).map(Area::code));
        try (Stream<Path> extracts = Files.list(roads)
                .filter(file -> file.toString().endsWith(".pbf"))
                .sorted()) {
            for (Path extract : extracts.toList()) {
                OsmExtract.ways(Files.readAllBytes(extract), new Faults())
                        .orElseThrow()
                        .forEach(rows::take);
            }
        }
        compare("central_london_streets.csv.gz", StreetRows.csv(rows.rows()));
    }

    private static void compare(String name, String derived) throws IOException {
        Path file = SHIPPED.resolve(name);
        if ("write".equals(System.getProperty("bluelamp.reference"))) {
            Files.write(file, FileText.packed(derived.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] shipped =
                FileText.unpacked(Files.readAllBytes(file), new Faults()).orElseThrow();
        assertThat(new String(shipped, StandardCharsets.UTF_8)).isEqualTo(derived);
    }

    @Test
    void every_shipped_file_is_there_and_has_its_provenance() throws IOException {
        String provenance = Files.readString(SHIPPED.resolve("PROVENANCE.md"));
        assertThat(ShippedReference.ALL).allSatisfy(shipped -> {
            assertThat(shipped.bytes()).isNotEmpty();
            assertThat(provenance).contains(shipped.file());
            new ReferenceFile(shipped.file(), shipped.bytes(), shipped.licence());
        });
        assertThat(Arrays.stream(SHIPPED.toFile().list()).sorted()).hasSize(ShippedReference.ALL.size() + 2);
    }
}

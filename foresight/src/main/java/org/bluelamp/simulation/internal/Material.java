package org.bluelamp.simulation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bluelamp.kernel.Coordinate;

/// What the demo world is made of, read from shipped files; see PROVENANCE.md beside them.
final class Material {
    static final String WESTMINSTER = "E09000033";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final DateTimeFormatter SEATTLE = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
    private static final int DEGREE = 1_000_000;

    private Material() {}

    /// Calls by hour and type, from the telephone calls of the Seattle sample.
    static Demand demand() {
        List<CSVRecord> meanings = rows("/simulation/seattle-types.csv");
        var types = new ArrayList<>(
                meanings.stream().map(row -> row.get("type")).collect(Collectors.toCollection(TreeSet::new)));
        var byHour = new int[Demand.HOURS][types.size()];
        var emergency = new int[types.size()];
        var all = new int[types.size()];
        for (CSVRecord call : rows("/history/seattle.csv.gz")) {
            String line = call.get("Call Type");
            boolean telephone = line.startsWith("TELEPHONE");
            if (telephone || line.equals("911")) {
                int type = types.indexOf(type(meanings, call.get("Final Call Type")));
                int hour = LocalDateTime.parse(call.get("Original Time Queued"), SEATTLE)
                        .getHour();
                byHour[hour][type]++;
                all[type]++;
                emergency[type] += telephone ? 0 : 1;
            }
        }
        return new Demand(types, byHour, emergency, all);
    }

    private static String type(List<CSVRecord> meanings, String words) {
        return meanings.stream()
                .filter(row -> words.contains(row.get("contains")))
                .findFirst()
                .orElseThrow()
                .get("type");
    }

    /// The streets of Westminster and the places of its fires.
    static Places places() {
        List<Places.Street> streets = rows("/reference/central_london_streets.csv.gz").stream()
                .filter(row -> row.get("borough_code").equals(WESTMINSTER))
                .map(row -> new Places.Street(row.get("street"), at(row.get("latitude"), row.get("longitude"))))
                .toList();
        List<Coordinate> fires = rows("/history/london-fire-brigade-2009.csv.gz").stream()
                .filter(row -> row.get("BoroughCode").equals(WESTMINSTER))
                .map(row -> at(row.get("Lat"), row.get("Lon")))
                .toList();
        return new Places(streets, fires);
    }

    private static Coordinate at(String latitude, String longitude) {
        return new Coordinate(microdegrees(latitude), microdegrees(longitude));
    }

    private static int microdegrees(String degrees) {
        return (int) Math.round(Double.parseDouble(degrees) * DEGREE);
    }

    /// What callers say, by type.
    static Map<String, List<String>> words() {
        return rows("/simulation/words.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("type"), Collectors.mapping(row -> row.get("words"), Collectors.toList())));
    }

    /// How scenes go, by type.
    static Map<String, Scene> scenes() {
        return rows("/simulation/scenes.csv").stream()
                .collect(Collectors.toMap(row -> row.get("type"), Material::scene));
    }

    private static Scene scene(CSVRecord row) {
        var codes = new ArrayList<String>();
        var weights = new ArrayList<Integer>();
        for (String result : row.get("results").split(" ")) {
            codes.add(result.substring(0, result.indexOf(':')));
            weights.add(Integer.parseInt(result.substring(result.indexOf(':') + 1)));
        }
        return new Scene(
                java.time.Duration.ofMinutes(Integer.parseInt(row.get("minutes"))),
                Integer.parseInt(row.get("units")),
                codes,
                weights.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<CSVRecord> rows(String file) {
        try (InputStream in = Material.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file (%s).".formatted(file));
            }
            InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
            try (Reader reader = new InputStreamReader(plain, StandardCharsets.UTF_8);
                    CSVParser parser = CSVParser.parse(reader, FORMAT)) {
                return parser.getRecords();
            }
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}

package org.bluelamp.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Published and independently computed answers, read from the folder beside the project.
class OraclesTest {
    private static final Path ORACLES =
            Path.of(System.getProperty("bluelamp.root", "."), "..", "shared", "oracles", "statistics");

    @Test
    void quantiles_of_all_nine_types_are_those_of_the_reference() throws IOException {
        if (missing()) {
            return;
        }
        Histogram waiting = Histogram.of(rows("quantiles-and-two-sample/input_faithful_waiting.csv").stream()
                .mapToInt(row -> Integer.parseInt(row[0]))
                .toArray());
        for (String[] row : rows("quantiles-and-two-sample/quantiles_types_1_to_9.csv")) {
            QuantileType type = QuantileType.of(Integer.parseInt(row[0]));
            assertThat(waiting.quantile(Double.parseDouble(row[1]), type).orElseThrow())
                    .as(String.join(" ", row))
                    .isCloseTo(Double.parseDouble(row[2]), within(1e-9));
        }
    }

    @Test
    void wilson_intervals_are_those_of_the_health_service_and_of_the_reference() throws IOException {
        if (missing()) {
            return;
        }
        for (String[] row : rows("rates-and-counts/binomial_clopper_pearson_and_wilson.csv")) {
            Confidence confidence = row[2].equals("0.95") ? Confidence.PER_CENT_95 : Confidence.PER_CENT_99_8;
            assertWilson(row[0], row[1], confidence, row[5], row[6]);
        }
        for (String[] row : rows("phe-indicator-methods/proportion_grouped.csv")) {
            if (!row[1].isEmpty() && !row[4].isEmpty()) {
                assertWilson(row[1], row[2], Confidence.PER_CENT_95, row[4], row[5]);
            }
        }
    }

    private static void assertWilson(String count, String of, Confidence confidence, String low, String high) {
        Interval interval = new Proportion(Long.parseLong(count), Long.parseLong(of))
                .wilson(confidence)
                .orElseThrow();
        assertThat(interval.low()).as("%s of %s", count, of).isCloseTo(Double.parseDouble(low), within(1e-7));
        assertThat(interval.high()).as("%s of %s", count, of).isCloseTo(Double.parseDouble(high), within(1e-7));
    }

    private static boolean missing() {
        if (Files.isDirectory(ORACLES)) {
            return false;
        }
        assertThat(System.getenv("CI"))
                .as("Under CI the oracles (%s) must be there.", ORACLES)
                .isNull();
        System.out.printf("The oracles (%s) are missing; the comparison did not run.%n", ORACLES);
        return true;
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(ORACLES.resolve(file)).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }
}

package org.bluelamp.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/// The arithmetic alone, on rows read straight from the export; the way through the record is a test of its own.
class PublishedFiguresTest {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final List<String> INTERVALS = List.of("phone", "processing", "dispatch", "queue");

    @Test
    void the_published_weeks_of_alexandria_come_out_to_the_digit() throws IOException {
        if (PublishedAlexandria.missing()) {
            return;
        }
        var facts = new MadeFacts().source("alexandria", INTERVALS, List.of(), List.of("1", "2", "3", "4", "8"));
        try (Reader rows = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(PublishedAlexandria.FOLDER.resolve("cad_incidents_2025w35-w47.csv.gz"))),
                StandardCharsets.UTF_8))) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(rows)) {
                facts.add(
                        "alexandria",
                        LocalDate.parse(row.get("Response_Date").substring(0, 10)),
                        new MadeFacts.Stated(
                                Integer.parseInt(row.get("Hour")),
                                row.get("Agency"),
                                row.get("Priority_Number"),
                                "",
                                List.of()),
                        seconds(row, "Incident_Start_Time", "Incident_Phone_Stop"),
                        seconds(row, "Incident_Start_Time", "Incident_Dispatch_Time"),
                        seconds(row, "Incident_Queue_Time", "Incident_Dispatch_Time"),
                        seconds(row, "Incident_Start_Time", "Incident_Queue_Time"));
            }
        }
        PublishedAlexandria.Compared compared = PublishedAlexandria.compare("alexandria", facts::compute);

        assertThat(compared.rows()).isEqualTo(84);
        assertThat(compared.differing()).isEmpty();
    }

    private static int seconds(CSVRecord row, String from, String to) {
        if (row.get(from).isEmpty() || row.get(to).isEmpty()) {
            return FactChunk.MISSING;
        }
        return (int)
                Duration.between(second(row.get(from)), second(row.get(to))).toSeconds();
    }

    private static LocalDateTime second(String text) {
        return LocalDateTime.parse(text, FORM).truncatedTo(ChronoUnit.SECONDS);
    }
}

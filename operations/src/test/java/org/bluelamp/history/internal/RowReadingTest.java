package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.history.internal.RowOutcome.Fault;
import org.junit.jupiter.api.Test;

class RowReadingTest {
    private static final List<String> COLUMNS = List.of("number", "at", "sent", "there", "grade", "what");
    private static final Mapping MAPPING = MappingReader.read("""
            version: 1
            source: {id: northshire, name: Northshire, agency: Police, licence: Invented, attribution: Nobody}
            zone: Europe/London
            rows: in order of received
            key: number
            times:
              received: {column: at, format: "yyyy-MM-dd HH:mm:ss[.SSS]"}
              dispatched: {column: sent, format: "yyyy-MM-dd HH:mm:ss[.SSS]"}
              arrived: {column: there, format: "yyyy-MM-dd HH:mm:ss[.SSS]"}
            intervals:
              - {name: response, from: received, to: arrived}
            grade: {column: grade, known: [I, S, E], top: [I]}
            type: {column: what}
            """);

    private final RowReading reading = new RowReading(MAPPING, COLUMNS);

    private RowOutcome read(String... fields) {
        byte[] raw = String.join(",", fields).getBytes(StandardCharsets.UTF_8);
        return reading.read(new CsvRow.Read(7, List.of(fields), raw));
    }

    private Imported taken(String... fields) {
        return ((RowOutcome.Taken) read(fields)).facts();
    }

    private List<Fault> faults(String... fields) {
        return ((RowOutcome.Refused) read(fields)).faults();
    }

    @Test
    void an_interval_is_the_difference_of_two_times_each_truncated_to_the_second() {
        assertThat(taken("1", "2024-06-01 10:00:00.999", "", "2024-06-01 10:05:01.001", "I", "Fire")
                        .intervalSeconds())
                .containsEntry("response", 301L);
    }

    @Test
    void an_arrival_before_the_call_is_kept_and_flagged() {
        Imported row = taken("1", "2024-06-01 10:00:00", "", "2024-06-01 09:59:00", "I", "Fire");

        assertThat(row.intervalSeconds()).containsEntry("response", -60L);
        assertThat(row.flags()).containsExactly("negative:response", "before_received:arrived");
    }

    @Test
    void a_row_without_a_number_gets_one_from_what_it_says() {
        Imported row = taken("", "2024-06-01 10:00:00", "", "", "I", "Fire");

        assertThat(row.key()).startsWith("row-");
        assertThat(row.key())
                .isEqualTo(taken("", "2024-06-01 10:00:00", "", "", "I", "Fire").key());
        assertThat(row.key())
                .isNotEqualTo(
                        taken("", "2024-06-01 10:00:00", "", "", "I", "Flood").key());
        assertThat(row.flags()).containsExactly("missing_key");
    }

    @Test
    void a_row_without_an_arrival_lacks_the_interval() {
        assertThat(taken("1", "2024-06-01 10:00:00", "", "", "S", "Fire").intervalSeconds())
                .isEmpty();
    }

    @Test
    void an_impossible_date_and_an_unknown_grade_are_told_together() {
        assertThat(faults("1", "2024-06-31 10:00:00", "", "", "X", "Fire"))
                .containsExactly(
                        new Fault(2, "at", "(2024-06-31 10:00:00) is no date of the calendar"),
                        new Fault(5, "grade", "(X) is a grade the mapping does not know"));
    }

    @Test
    void a_row_without_any_day_is_refused() {
        assertThat(faults("1", "", "", "", "I", "Fire"))
                .containsExactly(new Fault(2, "at", "is missing; nothing else tells the day"));
    }

    @Test
    void the_repeated_hour_is_the_first_unless_the_step_before_it_tells_otherwise() {
        Imported first = taken("1", "2024-10-27 01:30:00", "", "2024-10-27 01:40:00", "I", "Fire");
        Imported crossing = taken("2", "2024-10-27 01:50:00", "", "2024-10-27 01:05:00", "I", "Fire");

        assertThat(first.times()).containsEntry("received", Instant.parse("2024-10-27T00:30:00Z"));
        assertThat(first.intervalSeconds()).containsEntry("response", 600L);
        assertThat(crossing.times())
                .containsEntry("received", Instant.parse("2024-10-27T00:50:00Z"))
                .containsEntry("arrived", Instant.parse("2024-10-27T01:05:00Z"));
        assertThat(crossing.flags()).containsExactly("clock_repeated:received", "clock_repeated:arrived");
    }

    @Test
    void long_texts_are_cut_and_flagged() {
        Imported row = taken("1", "2024-06-01 10:00:00", "", "", "I", "x".repeat(500));

        assertThat(row.type().orElseThrow()).hasSize(Cells.TEXT_CHARACTERS_MAX);
        assertThat(row.flags()).containsExactly("text_cut:type");
    }

    @Test
    void keys_of_any_signs_name_a_stream() {
        assertThat(Recording.incidentStream("x", Keys.encoded("Größe 1/2~3")).text())
                .isEqualTo("history/x/Gr~C3~B6~C3~9Fe~201~2F2~7E3");
    }

    @Test
    void all_columns_that_are_not_there_are_told_at_once() {
        MappingFaults missing = catchThrowableOfType(
                MappingFaults.class, () -> new RowReading(MAPPING, List.of("number", "at", "sent", "sent", "what")));

        assertThat(missing.faults())
                .containsExactlyInAnyOrder(
                        new MappingFaults.Fault(0, "sent", "is the name of two columns of the file"),
                        new MappingFaults.Fault(0, "there", "is named by the mapping, but the file has no such column"),
                        new MappingFaults.Fault(
                                0, "grade", "is named by the mapping, but the file has no such column"));
    }
}

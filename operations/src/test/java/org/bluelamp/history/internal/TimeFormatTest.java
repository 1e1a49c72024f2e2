package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeFormatTest {

    private static LocalDateTime read(String format, String text) throws TimeFormat.NotATime {
        return TimeFormat.of(format).read(text).at();
    }

    @Test
    void times_are_read_as_they_are_written() throws TimeFormat.NotATime {
        assertThat(read("MM/dd/yyyy hh:mm:ss a", "05/15/2020 12:33:28 AM")).isEqualTo("2020-05-15T00:33:28");
        assertThat(read("MM/dd/yyyy hh:mm:ss a", "05/15/2020 12:33:28 pm")).isEqualTo("2020-05-15T12:33:28");
        assertThat(read("d-MMM-yyyy H:mm", "3-Feb-2024 7:05")).isEqualTo("2024-02-03T07:05:00");
        assertThat(read("yyyy-MM-dd'T'HH:mm:ss[.SSS]", "2024-02-29T07:05:01")).isEqualTo("2024-02-29T07:05:01");
        assertThat(read("yyyy-MM-dd'T'HH:mm:ss[.SSS]", "2024-02-29T07:05:01.5")).isEqualTo("2024-02-29T07:05:01.500");
        assertThat(TimeFormat.of("yyyy-MM-dd HH:mm:ssX")
                        .read("2024-02-29 07:05:01+0530")
                        .offset())
                .contains(ZoneOffset.ofHoursMinutes(5, 30));
    }

    @Test
    void impossible_dates_and_times_are_refused() {
        assertThatThrownBy(() -> read("dd/MM/yyyy", "30/02/2024")).hasMessageContaining("no date of the calendar");
        assertThatThrownBy(() -> read("dd/MM/yyyy", "29/02/2023")).hasMessageContaining("no date of the calendar");
        assertThatThrownBy(() -> read("yyyy-MM-dd HH:mm", "2024-01-01 24:00"))
                .hasMessageContaining("no time of the day");
        assertThatThrownBy(() -> read("yyyy-MM-dd hh:mm a", "2024-01-01 13:00 PM"))
                .hasMessageContaining("1 to 12");
        assertThatThrownBy(() -> read("yyyy-MM-dd", "0204-01-01")).hasMessageContaining("years 1900 to 2199");
        assertThatThrownBy(() -> read("yyyy-MM-dd", "2024-01-01 ")).hasMessageContaining("is not written as");
    }

    @Test
    void formats_that_say_too_little_are_refused() {
        assertThatThrownBy(() -> TimeFormat.of("HH:mm")).hasMessageContaining("no year, month and day");
        assertThatThrownBy(() -> TimeFormat.of("dd/MM/yy")).hasMessageContaining("letters (yy)");
        assertThatThrownBy(() -> TimeFormat.of("yyyy-MM-dd hh:mm")).hasMessageContaining("AM or PM");
    }
}

package org.bluelamp.performance.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.ResponseQuery;

/// How the values of breakdowns are written: hours as `09`, weeks by their first day, months as `2025-11`.
final class Values {
    private static final int HOURS = 24;

    private Values() {}

    /// The text of a number in a chunk's column or reckoned from it.
    static String text(Breakdown breakdown, int number, Words words) {
        return switch (breakdown) {
            case SOURCE, AREA, AGENCY, GRADE, TYPE -> words.text(number);
            case HOUR -> number == 0 ? ResponseQuery.NOT_STATED : "%02d".formatted(number - 1);
            case WEEK -> LocalDate.ofEpochDay(number).toString();
            case MONTH -> YearMonth.of(number / 12, number % 12 + 1).toString();
        };
    }

    static int hour(String value) {
        if (value.equals(ResponseQuery.NOT_STATED)) {
            return 0;
        }
        if (!value.matches("\\d{1,2}") || Integer.parseInt(value) >= HOURS) {
            throw new QueryFault("hour", "The hour (%s) must be from 00 to 23.".formatted(value));
        }
        return Integer.parseInt(value) + 1;
    }

    static LocalDate day(String field, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw new QueryFault(field, "The day (%s) must be a date such as 2025-11-09.".formatted(value));
        }
    }

    static int month(String value) {
        try {
            return FactChunk.monthOf(YearMonth.parse(value).atDay(1));
        } catch (DateTimeException _) {
            throw new QueryFault("month", "The month (%s) must be written such as 2025-11.".formatted(value));
        }
    }
}

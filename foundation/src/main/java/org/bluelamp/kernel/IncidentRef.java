package org.bluelamp.kernel;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// What people call a live incident aloud: the number of the day and the date, e.g. `1184` of `2026-11-22`.
/// Written `2026-11-22-1184`; numbers run from 1 to 999,999 within a service's day.
public record IncidentRef(LocalDate day, int number) implements Comparable<IncidentRef> {
    public static final int NUMBER_MAX = 999_999;
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{1,6})");

    public IncidentRef {
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException(
                    "The incident number (%d) must be from 1 to %d.".formatted(number, NUMBER_MAX));
        }
    }

    public static IncidentRef of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("The incident reference (%s) must match %s.".formatted(text, FORM));
        }
        return new IncidentRef(LocalDate.parse(match.group(1)), Integer.parseInt(match.group(2)));
    }

    @Override
    public int compareTo(IncidentRef other) {
        int byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return day + "-" + number;
    }
}

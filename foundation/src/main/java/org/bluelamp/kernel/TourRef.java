package org.bluelamp.kernel;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// One tour of one callsign: a unit is a callsign for a tour, from booking on to booking off. Written
/// `2026-11-22-MP12-1`: the day the tour begins, the callsign, and which of that day's tours it is, from 1 to 9.
public record TourRef(LocalDate day, Callsign callsign, int number) {
    public static final int NUMBER_MAX = 9;
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-([A-Z][A-Z0-9-]{1,9})-([1-9])");

    public TourRef {
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("The tour (%d) must be from 1 to %d.".formatted(number, NUMBER_MAX));
        }
    }

    public static TourRef of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("The tour (%s) must match %s.".formatted(text, FORM));
        }
        return new TourRef(
                LocalDate.parse(match.group(1)), new Callsign(match.group(2)), Integer.parseInt(match.group(3)));
    }

    @Override
    public String toString() {
        return day + "-" + callsign + "-" + number;
    }
}

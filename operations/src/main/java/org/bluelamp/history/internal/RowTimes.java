package org.bluelamp.history.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Mapping.TimeColumn;
import org.bluelamp.journal.Happened.Precision;
import org.jspecify.annotations.Nullable;

/// The times of one row, read in the order the mapping names them.
class RowTimes {
    private static final String RECEIVED = "received";

    /// Times that follow one another; the others (viewed, end of the phone call …) may lie anywhere among them.
    private static final Set<String> STEPS =
            Set.of(RECEIVED, "queued", "dispatched", "enroute", "arrived", "closed", "reopened", "final_closed");

    private final Mapping mapping;
    private final Map<String, TimeFormat> formats;
    private final Cells cells;
    private final Optional<Instant> receivedBefore;
    private final Map<String, Instant> found = new LinkedHashMap<>();
    private Optional<LocalDateTime> received = Optional.empty();
    private Optional<LocalDateTime> day = Optional.empty();

    /// `formats` are compiled, by their patterns; `receivedBefore` is when the row before was received.
    RowTimes(Mapping mapping, Map<String, TimeFormat> formats, Cells cells, Optional<Instant> receivedBefore) {
        this.mapping = mapping;
        this.formats = formats;
        this.cells = cells;
        this.receivedBefore = receivedBefore;
        mapping.times().forEach(this::read);
        mapping.day().ifPresent(column -> day = written(column).map(TimeFormat.Local::at));
        if (counted().isEmpty() && cells.faults().isEmpty()) {
            cells.fault(
                    mapping.day()
                            .or(this::receivedColumn)
                            .orElseThrow()
                            .columns()
                            .getFirst(),
                    "is missing; nothing else tells the day");
        }
    }

    private void read(TimeColumn column) {
        written(column).ifPresent(written -> {
            boolean dayOnly = column.precision() == Precision.DAY;
            LocalDateTime local = dayOnly ? written.at().truncatedTo(ChronoUnit.DAYS) : written.at();
            Instant at = written.offset()
                    .map(local::toInstant)
                    .orElseGet(() -> new ClockChange(column.zone(), local)
                            .read(column.name(), earlier(column.name()), cells.flags()))
                    .truncatedTo(ChronoUnit.MICROS);
            found.put(column.name(), at);
            if (column.name().equals(RECEIVED)) {
                boolean asWritten = dayOnly || column.zone().equals(mapping.zone());
                received = Optional.of(
                        asWritten && written.offset().isEmpty() ? local : LocalDateTime.ofInstant(at, mapping.zone()));
            }
        });
    }

    /// The time before which this one should not lie: the last of the steps found so far, or, for the receipt, that
    /// of the row before, where rows stand in order.
    private Optional<Instant> earlier(String name) {
        if (name.equals(RECEIVED)) {
            return receivedBefore;
        }
        return found.entrySet().stream()
                .filter(one -> STEPS.contains(one.getKey()))
                .reduce((_, last) -> last)
                .map(Map.Entry::getValue);
    }

    private Optional<TimeFormat.Local> written(TimeColumn column) {
        return cells.words(column.columns(), column.missing()).map(text -> written(column, text));
    }

    private TimeFormat.@Nullable Local written(TimeColumn column, String text) {
        TimeFormat format = formats.get(column.format());
        if (format == null) {
            throw new IllegalStateException("The format (%s) was not compiled.".formatted(column.format()));
        }
        try {
            return format.read(text);
        } catch (TimeFormat.NotATime impossible) {
            cells.fault(column.columns().getFirst(), impossible.reason());
            return null;
        }
    }

    private Optional<LocalDateTime> counted() {
        return day.or(() -> received);
    }

    /// The day the incident counts on, once the row has no fault.
    LocalDate serviceDay() {
        return counted().orElseThrow().toLocalDate();
    }

    /// The hour it counts in: of the day column where that has one, else of the receipt.
    Optional<Integer> hour() {
        if (day.isPresent() && mapping.day().orElseThrow().precision() != Precision.DAY) {
            return day.map(LocalDateTime::getHour);
        }
        return received.filter(_ -> receivedPrecision() != Precision.DAY).map(LocalDateTime::getHour);
    }

    /// When the incident was received, or the start of the day it counts on.
    Instant happened() {
        return received()
                .orElseGet(() -> serviceDay().atStartOfDay(mapping.zone()).toInstant());
    }

    Precision precision() {
        return received.isPresent() ? receivedPrecision() : Precision.DAY;
    }

    Optional<Instant> received() {
        return Optional.ofNullable(found.get(RECEIVED));
    }

    private Precision receivedPrecision() {
        return receivedColumn().map(TimeColumn::precision).orElse(Precision.DAY);
    }

    private Optional<TimeColumn> receivedColumn() {
        return mapping.times().stream()
                .filter(time -> time.name().equals(RECEIVED))
                .findFirst();
    }

    Map<String, Instant> found() {
        return found;
    }

    /// Flags every time that lies before the receipt, to the second.
    void flagBeforeReceived() {
        if (received().isEmpty() || receivedPrecision() == Precision.DAY) {
            return;
        }
        long start = received().get().getEpochSecond();
        for (TimeColumn time : mapping.times()) {
            Instant at = found.get(time.name());
            boolean comparable = !time.name().equals("occurred") && time.precision() == receivedPrecision();
            if (comparable && at != null && at.getEpochSecond() < start) {
                cells.flag("before_received:" + time.name());
            }
        }
    }
}

package org.bluelamp.history.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Mapping.Area;
import org.bluelamp.history.Mapping.Interval;
import org.bluelamp.history.Mapping.Place;
import org.bluelamp.history.Mapping.TextColumn;
import org.bluelamp.history.Mapping.TextName;
import org.bluelamp.history.Mapping.TimeColumn;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.history.internal.RowOutcome.Fault;
import org.bluelamp.history.internal.RowOutcome.Refused;
import org.bluelamp.history.internal.RowOutcome.Taken;
import org.bluelamp.journal.Happened.Precision;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;

/// Reads rows of one file under one mapping, in the order of the file.
///
/// A row that says something impossible (30 February, a grade nobody declared, a length that is no number) is
/// refused with the column and the reason. A row that is odd but may be true (arrived before the call, no number)
/// is taken and flagged.
class RowReading {
    /// The longest interval a column of seconds may give: 400 days.
    static final long SECONDS_MAX = 400L * 24 * 60 * 60;

    private static final int KEY_CHARACTERS_MAX = 60;
    private static final int HASH_BYTES = 16;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int LATITUDE_MAX = 90;
    private static final int LONGITUDE_MAX = 180;

    private final Mapping mapping;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, TimeFormat> formats = new HashMap<>();
    private final Set<String> minutes = new HashSet<>();
    private final MessageDigest digest = ExportFile.newDigest();
    private Optional<Instant> receivedBefore = Optional.empty();

    /// Errors: `MappingFaults` naming every column the file does not have, or has twice.
    RowReading(Mapping mapping, List<String> header) {
        this.mapping = mapping;
        var faults = new ArrayList<MappingFaults.Fault>();
        for (String name : MappedColumns.of(mapping)) {
            int index = header.indexOf(name);
            if (index < 0) {
                faults.add(
                        new MappingFaults.Fault(0, name, "is named by the mapping, but the file has no such column"));
            } else if (header.lastIndexOf(name) != index) {
                faults.add(new MappingFaults.Fault(0, name, "is the name of two columns of the file"));
            }
            columns.put(name, index);
        }
        if (!faults.isEmpty()) {
            throw new MappingFaults(faults);
        }
        for (TimeColumn time : mapping.times()) {
            formats.put(time.format(), TimeFormat.of(time.format()));
            if (time.precision() == Precision.MINUTE) {
                minutes.add(time.name());
            }
        }
        mapping.day().ifPresent(day -> formats.put(day.format(), TimeFormat.of(day.format())));
    }

    RowOutcome read(CsvRow row) {
        return switch (row) {
            case CsvRow.Broken broken ->
                new Refused(
                        broken.line(),
                        List.of(new Fault(broken.column(), nameOf(broken.column()), broken.reason())),
                        broken.raw());
            case CsvRow.Read read -> new OneRow(new Cells(read, columns, mapping.missing())).outcome();
        };
    }

    private String nameOf(int column) {
        return columns.entrySet().stream()
                .filter(one -> one.getValue() == column - 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("row");
    }

    /// One row while it is read.
    private final class OneRow {
        private final Cells cells;
        private final RowTimes times;

        OneRow(Cells cells) {
            this.cells = cells;
            this.times = new RowTimes(
                    mapping, formats, cells, mapping.inOrderOfReceived() ? receivedBefore : Optional.empty());
        }

        RowOutcome outcome() {
            Optional<Grade> grade = grade();
            var texts = new HashMap<TextName, String>();
            mapping.texts().forEach((name, column) -> text(name, column).ifPresent(word -> texts.put(name, word)));
            var names = new TreeMap<String, String>();
            Map<String, String> areas = areas(names);
            Optional<Coordinate> place = mapping.place().flatMap(this::place);
            Map<String, Long> intervals = intervals();
            if (!cells.faults().isEmpty()) {
                return new Refused(cells.line(), cells.faults(), cells.raw());
            }
            String key = key();
            times.flagBeforeReceived();
            receivedBefore = times.received().or(() -> receivedBefore);
            var facts = new HistoryEvent.Imported(
                    mapping.source().id(),
                    key,
                    Optional.ofNullable(texts.get(TextName.AGENCY)),
                    grade,
                    grade.filter(this::isTop).isPresent(),
                    Optional.ofNullable(texts.get(TextName.TYPE)),
                    Optional.ofNullable(texts.get(TextName.CHANNEL)),
                    Optional.ofNullable(texts.get(TextName.DISPOSITION)),
                    areas,
                    place,
                    times.serviceDay(),
                    times.hour(),
                    Optional.ofNullable(texts.get(TextName.PERIOD)),
                    times.found(),
                    intervals,
                    List.copyOf(cells.flags()),
                    "",
                    cells.line());
            return new Taken(facts, names, times.happened(), times.precision(), cells.raw());
        }

        private Optional<Grade> grade() {
            if (mapping.grades().isEmpty()) {
                return Optional.empty();
            }
            Mapping.Grades grades = mapping.grades().get();
            Optional<String> word = cells.word(grades.column(), grades.missing());
            if (word.isEmpty()) {
                cells.flag("missing_grade");
                return Optional.empty();
            }
            Optional<Grade> known = grades.known().stream()
                    .filter(grade -> grade.code().equals(word.get()))
                    .findFirst();
            if (known.isEmpty() && grades.refuseUnknown()) {
                cells.fault(
                        grades.column(), "(%s) is a grade the mapping does not know".formatted(Cells.cut(word.get())));
            } else if (known.isEmpty()) {
                cells.flag("unknown_grade");
            }
            return known;
        }

        private boolean isTop(Grade grade) {
            return mapping.grades().orElseThrow().top().contains(grade);
        }

        private Optional<String> text(TextName name, TextColumn column) {
            return switch (column) {
                case TextColumn.Always always -> Optional.of(always.word());
                case TextColumn.Read read -> {
                    Optional<String> word = cells.word(read.column(), read.missing());
                    if (word.filter(words -> words.length() > Cells.TEXT_CHARACTERS_MAX)
                            .isPresent()) {
                        cells.flag("text_cut:" + name.name().toLowerCase(Locale.ROOT));
                    }
                    yield word.map(Cells::cut);
                }
            };
        }

        private Map<String, String> areas(Map<String, String> names) {
            var areas = new TreeMap<String, String>();
            for (Area area : mapping.areas()) {
                Optional<String> code = cells.word(area.codeColumn(), area.missing());
                code.ifPresent(known -> areas.put(area.kind(), Cells.cut(known)));
                if (code.isPresent() && area.nameColumn().isPresent()) {
                    cells.word(area.nameColumn().get(), area.missing())
                            .ifPresent(name -> names.put(area.kind(), Cells.cut(name)));
                }
            }
            return areas;
        }

        private Optional<Coordinate> place(Place at) {
            Optional<String> longitude = cells.word(at.longitudeColumn(), Set.of());
            Optional<String> latitude = cells.word(at.latitudeColumn(), Set.of());
            if (longitude.isEmpty() || latitude.isEmpty()) {
                return Optional.empty();
            }
            double east = cells.degrees(at.longitudeColumn(), longitude.get());
            double north = cells.degrees(at.latitudeColumn(), latitude.get());
            boolean nowhere = north == 0 && east == 0;
            if (nowhere || Math.abs(north) > LATITUDE_MAX || Math.abs(east) > LONGITUDE_MAX) {
                cells.flag("place_impossible");
                return Optional.empty();
            }
            return Optional.of(Coordinate.ofDegrees(north, east));
        }

        private Map<String, Long> intervals() {
            var intervals = new TreeMap<String, Long>();
            for (Interval interval : mapping.intervals()) {
                Optional<Long> seconds = switch (interval) {
                    case Interval.Between between -> between(between);
                    case Interval.Counted(String _, String column) ->
                        cells.word(column, Set.of()).map(word -> cells.seconds(column, word, SECONDS_MAX));
                };
                seconds.ifPresent(known -> intervals.put(interval.name(), known));
                if (seconds.filter(known -> known < 0).isPresent()) {
                    cells.flag("negative:" + interval.name());
                }
            }
            return intervals;
        }

        /// Each time truncated to the second, or to the minute where one of them is known to the minute only.
        private Optional<Long> between(Interval.Between between) {
            Instant from = times.found().get(between.from());
            Instant to = times.found().get(between.to());
            if (from == null || to == null) {
                return Optional.empty();
            }
            long unit = minutes.contains(between.from()) || minutes.contains(between.to()) ? SECONDS_PER_MINUTE : 1;
            return Optional.of(
                    (Math.floorDiv(to.getEpochSecond(), unit) - Math.floorDiv(from.getEpochSecond(), unit)) * unit);
        }

        private String key() {
            var words = new ArrayList<String>();
            mapping.keyColumns().forEach(name -> cells.word(name, Set.of()).ifPresent(words::add));
            if (words.size() < mapping.keyColumns().size()) {
                cells.flag("missing_key");
            }
            if (words.isEmpty() || words.size() < mapping.keyColumns().size()) {
                return "row-" + hash(cells.raw());
            }
            String key = Keys.encoded(String.join(":", words));
            return key.length() <= KEY_CHARACTERS_MAX ? key : "long-" + hash(key.getBytes(StandardCharsets.UTF_8));
        }

        private String hash(byte[] bytes) {
            return HexFormat.of().formatHex(digest.digest(bytes), 0, HASH_BYTES);
        }
    }
}

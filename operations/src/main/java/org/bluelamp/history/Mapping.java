package org.bluelamp.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.journal.Happened.Precision;
import org.bluelamp.kernel.Grade;

/// How the columns of a force's export are read: one YAML file, no code.
///
/// `text` is the file as it was read, `hash` its SHA-256 in hexadecimal. `missing` are the words that stand for
/// "nothing" in every column. Where `inOrderOfReceived`, rows stand in the order they were received, which tells
/// two readings of a repeated clock hour apart. How to write one: `docs/howto/import-a-cad-export.md`.
public record Mapping(
        int version,
        Source source,
        FileForm file,
        ZoneId zone,
        Set<String> missing,
        boolean inOrderOfReceived,
        List<String> keyColumns,
        Optional<TimeColumn> day,
        List<TimeColumn> times,
        List<Interval> intervals,
        Optional<String> headline,
        Optional<Grades> grades,
        Map<TextName, TextColumn> texts,
        List<Area> areas,
        Optional<Place> place,
        String text,
        String hash) {

    /// The longest mapping file, in bytes.
    public static final int BYTES_MAX = 65_536;

    public Mapping {
        missing = Set.copyOf(missing);
        keyColumns = List.copyOf(keyColumns);
        times = List.copyOf(times);
        intervals = List.copyOf(intervals);
        texts = Map.copyOf(texts);
        areas = List.copyOf(areas);
    }

    /// Where the rows come from and on what terms.
    public record Source(String id, String name, String agency, String licence, String attribution) {}

    /// How the file is written. No delimiter or encoding means: found from the file itself.
    public record FileForm(Optional<Character> delimiter, char quote, Optional<Encoding> encoding) {}

    /// The character encodings that exports come in.
    public enum Encoding {
        UTF_8,
        WINDOWS_1252
    }

    /// A time and the column or columns (joined by one space) it is read from.
    public record TimeColumn(
            String name, List<String> columns, String format, ZoneId zone, Precision precision, Set<String> missing) {
        public TimeColumn {
            columns = List.copyOf(columns);
            missing = Set.copyOf(missing);
        }
    }

    /// A span of interest in the life of an incident.
    public sealed interface Interval {
        String name();

        /// From one time to another, each truncated to the second.
        record Between(String name, String from, String to) implements Interval {}

        /// A column that holds whole seconds.
        record Counted(String name, String column) implements Interval {}

        /// What the interval is, in words for the source's page.
        default String definition() {
            return switch (this) {
                case Between between -> between.from() + " → " + between.to();
                case Counted counted -> "column " + counted.column();
            };
        }
    }

    /// The grade column: grades known, most urgent first; those of the immediate response; and whether a row with
    /// another grade is refused or kept without a grade and flagged.
    public record Grades(
            String column, List<Grade> known, List<Grade> top, boolean refuseUnknown, Set<String> missing) {
        public Grades {
            known = List.copyOf(known);
            top = List.copyOf(top);
            missing = Set.copyOf(missing);
        }
    }

    /// The short texts an incident may carry.
    public enum TextName {
        AGENCY,
        TYPE,
        CHANNEL,
        DISPOSITION,
        PERIOD
    }

    /// A column of short text, or one word for every row.
    public sealed interface TextColumn {
        record Read(String column, Set<String> missing) implements TextColumn {}

        record Always(String word) implements TextColumn {}
    }

    /// One kind of area: the column of its code, and of its name where there is one.
    public record Area(String kind, String codeColumn, Optional<String> nameColumn, Set<String> missing) {
        public Area {
            missing = Set.copyOf(missing);
        }
    }

    /// Columns of degrees in WGS 84. Units: `precisionMetres`, how exactly the source gives the place.
    public record Place(String longitudeColumn, String latitudeColumn, int precisionMetres) {}
}

package org.bluelamp.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.journal.Happened.Precision;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;

/// Everything that can happen to imported history: a source is declared, its areas get names, an incident is
/// imported, or a later file says something else about it. History is never open and decides nothing.
///
/// Streams: `history/<source>/<key>` for an incident, `history-source/<source>` for the source.
/// Only facts are taken from a file: no caller, no officer, no address, no free text.
public sealed interface HistoryEvent {

    /// Where the rows come from, e.g. `london-fire-brigade-2009`: lower-case letters, digits, hyphens; 1 to 40.
    String source();

    /// A source is as this mapping says, from here on. Written before the first row, and again whenever the
    /// mapping differs from the one declared last.
    ///
    /// - `agency`: who runs the service, in words; `zone`: the zone of its calendar, e.g. `America/New_York`.
    /// - `precisions`: how exactly each time is known, by its canonical name (`received`, `arrived` …).
    /// - `intervals`: in the order they are shown; `definitions` says what each is, e.g.
    ///   `received → queued` or `column FirstPumpArriving_AttendanceTime`; a row without an interval is missing it.
    /// - `headline`: the interval shown first; none where times are known to the day only.
    /// - `grades`: most urgent first; `topGrades` are those of the immediate response.
    /// - `areaKinds`: e.g. `borough`, `ward`, `beat`, in the order they are shown.
    /// - `mapping`: the whole mapping file, and `mappingHash` its SHA-256 in hexadecimal.
    record Declared(
            String source,
            String name,
            String agency,
            String zone,
            Map<String, Precision> precisions,
            List<String> intervals,
            Map<String, String> definitions,
            Optional<String> headline,
            List<Grade> grades,
            List<Grade> topGrades,
            List<String> areaKinds,
            String licence,
            String attribution,
            int mappingVersion,
            String mappingHash,
            String mapping)
            implements HistoryEvent {}

    /// What areas of one kind are called, by their codes; codes named before are not repeated.
    record AreasNamed(String source, String kind, Map<String, String> names) implements HistoryEvent {}

    /// What a row says about an incident; `Imported` and `Revised` alike.
    ///
    /// Units: `intervalSeconds` whole seconds, each of its two times truncated to the second; negative where the
    /// file says so. An interval the source declares and the row lacks is missing.
    sealed interface OfIncident extends HistoryEvent {
        /// The key of the incident within its source; with its ordinal, `key~~2`, where a file repeats it.
        String key();

        /// Who attended, e.g. `POLICE`, where the source says.
        Optional<String> agency();

        Optional<Grade> grade();

        /// Whether the grade is one of the source's top grades.
        boolean topGrade();

        Optional<String> type();

        /// How the call came in.
        Optional<String> channel();

        Optional<String> disposition();

        /// Kind of area to its code (or its name, where the source has no codes).
        Map<String, String> areas();

        Optional<Coordinate> place();

        /// The day the source counts the incident on, in its own zone.
        LocalDate serviceDay();

        /// The hour of the day it was received, 0 to 23 in the source's zone; none where only the day is known.
        Optional<Integer> hour();

        /// The source's own week or period, where the file names one.
        Optional<String> period();

        /// Canonical name of a time to the time. A time known to the day stands at the start of that day.
        Map<String, Instant> times();

        Map<String, Long> intervalSeconds();

        /// What is odd about the row, e.g. `negative:transit`, `missing_key`, `clock_repeated:received`.
        List<String> flags();

        /// The first 128 bits, in hexadecimal, of the SHA-256 of what the mapping takes from the row.
        String rowHash();

        /// The line of the file, from 1, where the row begins; the file is named by the import that caused this.
        int line();
    }

    /// An incident came in with a file. The entry is caused by the `ImportEvent.Started` of that file.
    record Imported(
            String source,
            String key,
            Optional<String> agency,
            Optional<Grade> grade,
            boolean topGrade,
            Optional<String> type,
            Optional<String> channel,
            Optional<String> disposition,
            Map<String, String> areas,
            Optional<Coordinate> place,
            LocalDate serviceDay,
            Optional<Integer> hour,
            Optional<String> period,
            Map<String, Instant> times,
            Map<String, Long> intervalSeconds,
            List<String> flags,
            String rowHash,
            int line)
            implements OfIncident {}

    /// A later file, or the same file under another mapping, says something else about an incident already
    /// imported; this stands from here on in place of what was imported before.
    record Revised(
            String source,
            String key,
            Optional<String> agency,
            Optional<Grade> grade,
            boolean topGrade,
            Optional<String> type,
            Optional<String> channel,
            Optional<String> disposition,
            Map<String, String> areas,
            Optional<Coordinate> place,
            LocalDate serviceDay,
            Optional<Integer> hour,
            Optional<String> period,
            Map<String, Instant> times,
            Map<String, Long> intervalSeconds,
            List<String> flags,
            String rowHash,
            int line)
            implements OfIncident {}
}

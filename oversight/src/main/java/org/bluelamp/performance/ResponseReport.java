package org.bluelamp.performance;

import java.util.List;

/// The way in to response figures (D11): computed from every incident the record holds, exactly.
public interface ResponseReport {
    /// The most incidents behind a figure that are listed at once.
    int INCIDENTS_MAX = 500;

    /// The figures asked for, from what the record's followers have committed.
    ///
    /// Units: an interval is the difference of its two times, each truncated to the second.
    /// Errors: `QueryFault` for a source, interval or kind of area that nobody declared.
    /// Source: D11; ARCHITECTURE, "Command line".
    ResponseFigures compute(ResponseQuery query);

    /// Every source that has incidents, by name.
    List<ReportedSource> sources();

    /// The incidents behind a figure: those the query counts, of one source, `INCIDENTS_MAX` at most, from the
    /// `after`th on. Longest duration of the query's one interval first, then those excluded.
    List<IncidentBehind> incidents(ResponseQuery query, int after);
}

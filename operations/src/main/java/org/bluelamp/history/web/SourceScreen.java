package org.bluelamp.history.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// One source: on what terms, how it is read, and its incidents between two days.
public record SourceScreen(
        Shell shell,
        HistoryScreen.Source source,
        String attribution,
        List<Interval> intervals,
        String grades,
        String mapping,
        String mappingHash,
        String from,
        String to,
        String fault,
        int incidentsMax,
        List<Incident> incidents) {

    public record Interval(String name, String definition) {}

    public record Incident(
            String key, String day, String hour, String agency, String grade, String type, String flags) {}
}

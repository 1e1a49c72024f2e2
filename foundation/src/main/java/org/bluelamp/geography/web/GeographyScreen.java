package org.bluelamp.geography.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// What is loaded, and the places that come near the words that were looked up; all already worded.
public record GeographyScreen(
        Shell shell, String words, String answer, List<Found> found, List<Set> areas, List<Set> gazetteers, Map map) {

    /// One candidate. `number` is its mark on the map, `where` its kind, ward, nearest postcode and point, `again` the
    /// words that find just it.
    public record Found(int number, String id, String name, String borough, String where, String again, String score) {}

    /// One loaded set; `hash` is the beginning of its SHA-256, `hashWhole` all of it.
    public record Set(
            String kind,
            String label,
            String from,
            String entries,
            String faults,
            String file,
            String licence,
            String loadedAt,
            long position,
            String hash,
            String hashWhole) {}

    /// Where the map beside the candidates finds its areas and points; `areas` is empty where no boroughs are loaded.
    public record Map(String areas, String points) {}

    public boolean asked() {
        return !words.isEmpty();
    }
}

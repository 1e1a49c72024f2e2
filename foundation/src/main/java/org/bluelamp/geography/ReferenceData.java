package org.bluelamp.geography;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;

/// The way in for loading boundaries and gazetteers, and what is loaded.
public interface ReferenceData {

    /// Loads boundaries from GeoJSON. Good areas are taken, each faulty one is named in the answer.
    Outcome loadAreas(ReferenceFile file, ReferenceFile.AreaTerms terms, Act act);

    /// Loads postcodes or streets from CSV, or streets from an OpenStreetMap extract (`.osm.pbf`), under a label
    /// (by default the file's name without its endings).
    Outcome loadGazetteer(ReferenceFile file, Optional<String> label, Act act);

    /// The streets of several OpenStreetMap extracts as one CSV, as `loadGazetteer` would keep them; nothing is loaded.
    String streetsOf(List<ReferenceFile> extracts);

    /// Loads what is shipped with the program, once; what is loaded already is left alone. Answers what was new.
    List<Outcome> loadShipped(Act act);

    /// What is loaded: areas first, then gazetteers.
    List<Loaded> loaded();

    /// One loaded set. `refused` and `repaired` count the faults of its file, `validFrom` is empty for gazetteers.
    record Loaded(
            String kind,
            String label,
            Optional<LocalDate> validFrom,
            String file,
            String sha256,
            String contentSha256,
            long entries,
            long refused,
            long repaired,
            String licence,
            Instant loadedAt,
            long position) {}

    /// What became of a file.
    sealed interface Outcome {
        /// The faults of the file, at most 1,000 of `faultsAll`.
        List<FileFault> faults();

        int faultsAll();

        /// It was loaded at this position of the record.
        record Taken(Loaded set, List<FileFault> faults, int faultsAll) implements Outcome {}

        /// The same content is loaded under this version or label already; nothing changed.
        record AlreadyLoaded(Loaded set, List<FileFault> faults, int faultsAll) implements Outcome {}

        /// Nothing of it was loaded, and why.
        record Refused(String sentence, List<FileFault> faults, int faultsAll) implements Outcome {}
    }
}

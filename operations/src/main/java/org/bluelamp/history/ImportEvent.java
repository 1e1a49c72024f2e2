package org.bluelamp.history;

import java.util.Map;

/// What happens to one import of one file. Stream: `import/<id>`.
public sealed interface ImportEvent {

    /// The import, e.g. `london-fire-brigade-2009-1a2b3c4d5e6f-3`.
    String id();

    /// Somebody began to import a file.
    ///
    /// `fileName` is the last part of its path only. Units: `bytes` as stored (still compressed, where it is).
    /// `fileSha256` and `mappingHash` are SHA-256 in hexadecimal; the mapping itself is in `HistoryEvent.Declared`.
    record Started(
            String id,
            String source,
            String fileName,
            String fileSha256,
            long bytes,
            String mappingHash,
            int mappingVersion,
            boolean strict)
            implements ImportEvent {}

    /// The file was read to its end; `rows` = `imported` + `same` + `revised` + `refused`. `flagged` counts rows by
    /// what is odd about them; a row may have several flags.
    record Finished(
            String id, long rows, long imported, long same, long revised, long refused, Map<String, Long> flagged)
            implements ImportEvent {}

    /// Somebody stopped it before the end; importing the file again goes on where it stopped.
    record Stopped(String id, long rows, long imported, long same, long revised, long refused) implements ImportEvent {}
}

package org.bluelamp.geography.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bluelamp.geography.ReferenceData.Loaded;
import org.bluelamp.geography.ReferenceEvent;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is loaded (a projection, rebuilt from the record) and the texts it was loaded from, each under its hash.
@Repository
class ReferenceStore implements Projection<ReferenceEvent> {
    static final String KEEP = """
            insert into geography.content (sha256, packed, bytes)
            values (:sha256, :packed, :bytes)
            on conflict (sha256) do nothing
            """;
    static final String CONTENT = """
            select packed
              from geography.content
             where sha256 = :sha256
            """;
    static final String LOADED = """
            select kind, label, valid_from, file, sha256, content_sha256, entries, refused, repaired, licence,
                   loaded_at, position
              from geography.reference_set
             order by case when valid_from is null then 1 else 0 end, kind, valid_from, label
            """;
    static final String REPLACE = """
            insert into geography.reference_set (kind, label, valid_from, file, sha256, content_sha256, entries,
                                                 refused, repaired, licence, loaded_at, position)
            values (:kind, :label, :validFrom, :file, :sha256, :contentSha256, :entries,
                    :refused, :repaired, :licence, :loadedAt, :position)
            on conflict (kind, label) do update
               set valid_from = excluded.valid_from, file = excluded.file, sha256 = excluded.sha256,
                   content_sha256 = excluded.content_sha256, entries = excluded.entries,
                   refused = excluded.refused, repaired = excluded.repaired, licence = excluded.licence,
                   loaded_at = excluded.loaded_at, position = excluded.position
            """;
    static final String CLEAR = "delete from geography.reference_set";

    private record LoadedRow(
            String kind,
            String label,
            @Nullable LocalDate validFrom,
            String file,
            String sha256,
            String contentSha256,
            long entries,
            long refused,
            long repaired,
            String licence,
            OffsetDateTime loadedAt,
            long position) {
        Loaded loaded() {
            return new Loaded(
                    kind,
                    label,
                    Optional.ofNullable(validFrom),
                    file,
                    sha256,
                    contentSha256,
                    entries,
                    refused,
                    repaired,
                    licence,
                    loadedAt.toInstant(),
                    position);
        }
    }

    private final JdbcClient jdbc;

    ReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Loaded> loaded() {
        return jdbc.sql(LOADED).query(LoadedRow.class).list().stream()
                .map(LoadedRow::loaded)
                .toList();
    }

    Optional<Loaded> find(String kind, String label) {
        return loaded().stream()
                .filter(set -> set.kind().equals(kind) && set.label().equals(label))
                .findFirst();
    }

    /// Keeps a text under its hash; what nothing refers to does no harm and is simply there.
    void keep(String sha256, byte[] text) {
        jdbc.sql(KEEP)
                .param("sha256", sha256)
                .param("packed", FileText.packed(text))
                .param("bytes", text.length)
                .update();
    }

    /// The text kept under a hash.
    ///
    /// Errors: `IllegalStateException` where it is missing or no longer has that hash.
    byte[] content(String sha256) {
        byte[] packed = jdbc.sql(CONTENT)
                .param("sha256", sha256)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("The content (%s) is missing.".formatted(sha256)));
        byte[] text = FileText.unpacked(packed, new Faults())
                .orElseThrow(() -> new IllegalStateException("The content (%s) is torn.".formatted(sha256)));
        String found = Sha256.of(text);
        if (!found.equals(sha256)) {
            throw new IllegalStateException("The content (%s) was altered: its hash is (%s).".formatted(sha256, found));
        }
        return text;
    }

    @Override
    public String name() {
        return "geography/reference-sets";
    }

    @Override
    public Class<ReferenceEvent> follows() {
        return ReferenceEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void on(Recorded<ReferenceEvent> recorded) {
        switch (recorded.event()) {
            case ReferenceEvent.AreasLoaded areas ->
                replace(
                        recorded,
                        areas.kind().word(),
                        areas.version(),
                        areas.validFrom(),
                        new Counts(areas.areas(), areas.refused(), areas.repaired()));
            case ReferenceEvent.GazetteerLoaded gazetteer ->
                replace(
                        recorded,
                        gazetteer.kind().word(),
                        gazetteer.label(),
                        null,
                        new Counts(gazetteer.entries(), gazetteer.refused(), 0));
        }
    }

    private record Counts(long entries, long refused, long repaired) {}

    private void replace(
            Recorded<ReferenceEvent> recorded,
            String kind,
            String label,
            @Nullable LocalDate validFrom,
            Counts counts) {
        ReferenceEvent event = recorded.event();
        jdbc.sql(REPLACE)
                .param("kind", kind)
                .param("label", label)
                .param("validFrom", validFrom)
                .param("file", event.file())
                .param("sha256", event.sha256())
                .param("contentSha256", event.contentSha256())
                .param("entries", counts.entries())
                .param("refused", counts.refused())
                .param("repaired", counts.repaired())
                .param("licence", event.licence())
                .param("loadedAt", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .param("position", recorded.position())
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }
}

package org.bluelamp.history.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.history.ImportEvent;
import org.bluelamp.history.ImportView;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every import of a file and its last account.
@Repository
class ImportList implements Projection<ImportEvent> {
    static final String NEWEST = """
            select id, source, file_name, file_sha256, strict, by_actor, started_at, complete, ended_at,
                   rows, imported, same, revised, refused, flagged
              from history.import
             order by started desc
             limit :limit
            """;
    static final String START = """
            insert into history.import (id, source, file_name, file_sha256, strict, by_actor, started, started_at)
            values (:id, :source, :fileName, :fileSha256, :strict, :by, :started, :startedAt)
                on conflict (id) do update
               set strict = excluded.strict, by_actor = excluded.by_actor, started = excluded.started,
                   started_at = excluded.started_at, file_name = excluded.file_name,
                   complete = null, ended_at = null, rows = null
            """;
    static final String END = """
            update history.import
               set complete = :complete, ended_at = :endedAt, rows = :rows, imported = :imported,
                   same = :same, revised = :revised, refused = :refused, flagged = :flagged
             where id = :id
            """;
    static final String CLEAR = "delete from history.import";

    record Row(
            String id,
            String source,
            String fileName,
            String fileSha256,
            boolean strict,
            String byActor,
            OffsetDateTime startedAt,
            @Nullable Boolean complete,
            @Nullable OffsetDateTime endedAt,
            @Nullable Long rows,
            @Nullable Long imported,
            @Nullable Long same,
            @Nullable Long revised,
            @Nullable Long refused,
            @Nullable String flagged) {

        ImportView view() {
            return new ImportView(id, source, fileName, fileSha256, strict, byActor, startedAt.toInstant(), ended());
        }

        private Optional<ImportView.Ended> ended() {
            if (complete == null || endedAt == null || rows == null) {
                return Optional.empty();
            }
            return Optional.of(new ImportView.Ended(
                    complete,
                    endedAt.toInstant(),
                    rows,
                    count(imported),
                    count(same),
                    count(revised),
                    count(refused),
                    flags(flagged == null ? "" : flagged)));
        }

        private static long count(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }

    private final JdbcClient jdbc;

    ImportList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "history/import-list";
    }

    @Override
    public Class<ImportEvent> follows() {
        return ImportEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void on(Recorded<ImportEvent> recorded) {
        switch (recorded.event()) {
            case ImportEvent.Started started -> start(started, recorded);
            case ImportEvent.Finished end ->
                end(end.id(), true, recorded.recordedAt())
                        .param("rows", end.rows())
                        .param("imported", end.imported())
                        .param("same", end.same())
                        .param("revised", end.revised())
                        .param("refused", end.refused())
                        .param("flagged", text(end.flagged()))
                        .update();
            case ImportEvent.Stopped end ->
                end(end.id(), false, recorded.recordedAt())
                        .param("rows", end.rows())
                        .param("imported", end.imported())
                        .param("same", end.same())
                        .param("revised", end.revised())
                        .param("refused", end.refused())
                        .param("flagged", "")
                        .update();
        }
    }

    private void start(ImportEvent.Started started, Recorded<ImportEvent> recorded) {
        jdbc.sql(START)
                .param("id", started.id())
                .param("source", started.source())
                .param("fileName", started.fileName())
                .param("fileSha256", started.fileSha256())
                .param("strict", started.strict())
                .param("by", recorded.act().actor().text())
                .param("started", recorded.position())
                .param("startedAt", at(recorded.recordedAt()))
                .update();
    }

    private JdbcClient.StatementSpec end(String id, boolean complete, Instant at) {
        return jdbc.sql(END).param("id", id).param("complete", complete).param("endedAt", at(at));
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    List<ImportView> newest(int limit) {
        return jdbc.sql(NEWEST).param("limit", limit).query(Row.class).list().stream()
                .map(Row::view)
                .toList();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String text(Map<String, Long> flagged) {
        return flagged.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Long> flags(String text) {
        var flagged = new TreeMap<String, Long>();
        for (String one : text.isEmpty() ? new String[0] : text.split(" ")) {
            int sign = one.lastIndexOf('=');
            flagged.put(one.substring(0, sign), Long.parseLong(one.substring(sign + 1)));
        }
        return flagged;
    }
}

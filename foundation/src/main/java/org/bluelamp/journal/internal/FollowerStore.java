package org.bluelamp.journal.internal;

import java.time.Instant;
import java.util.List;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.StreamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far followers have read, and which streams they parked.
@Repository
final class FollowerStore {
    private static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock(hashtextextended('follower ' || :name, 0))""";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('follower ' || :name, 0))";
    private static final String INSTALL = """
            insert into journal.follower (name, position, installed_at) values (:name, :position, :position)
            on conflict (name) do nothing""";
    private static final String POSITION = "select position from journal.follower where name = :name";
    private static final String MOVE = "update journal.follower set position = :position where name = :name";
    private static final String PARK = """
            insert into journal.parked (follower, stream, position, reason, holder, parked_at)
            values (:follower, :stream, :position, :reason, :holder, :at)
            on conflict (follower, position) do nothing""";
    private static final String PARKED_STREAMS =
            "select distinct stream from journal.parked where follower = :follower";
    private static final String PARKED = """
            select follower, stream, position, reason, holder from journal.parked order by follower, position""";
    private static final String UNPARK =
            "delete from journal.parked where follower = :follower and position = :position";
    private static final String UNPARK_ALL = "delete from journal.parked where follower = :follower";
    private static final String PROGRESS = """
            select f.name, f.position, f.installed_at,
                   (select count(*) from journal.parked p where p.follower = f.name) as parked
              from journal.follower f order by f.name""";
    private static final int REASON_CHARACTERS_MAX = 500;

    private final JdbcClient jdbc;
    private final JournalProperties properties;

    FollowerStore(JdbcClient jdbc, JournalProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /// A parked entry as stored.
    private record Row(String follower, String stream, long position, String reason, String holder) {
        Followers.Parked parked() {
            return new Followers.Parked(follower, new StreamId(stream), position, reason, holder);
        }
    }

    /// Whether this transaction may run the follower; only one node at a time does.
    boolean tryLock(String name) {
        return jdbc.sql(TRY_LOCK).param("name", name).query(Boolean.class).single();
    }

    void lock(String name) {
        jdbc.sql(LOCK).param("name", name).query((row, number) -> 0).list();
    }

    void install(String name, long position) {
        jdbc.sql(INSTALL).param("name", name).param("position", position).update();
    }

    long position(String name) {
        return jdbc.sql(POSITION).param("name", name).query(Long.class).single();
    }

    void move(String name, long position) {
        jdbc.sql(MOVE).param("name", name).param("position", position).update();
    }

    void park(String follower, StreamId stream, long position, String reason, Instant at) {
        jdbc.sql(PARK)
                .param("follower", follower)
                .param("stream", stream.text())
                .param("position", position)
                .param("reason", reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX)))
                .param("holder", properties.parkedHolder())
                .param("at", EntryWriter.timestamp(at))
                .update();
    }

    List<String> parkedStreams(String follower) {
        return jdbc.sql(PARKED_STREAMS)
                .param("follower", follower)
                .query(String.class)
                .list();
    }

    List<Followers.Parked> parked() {
        return jdbc.sql(PARKED).query(Row.class).list().stream()
                .map(Row::parked)
                .toList();
    }

    void unpark(String follower, long position) {
        jdbc.sql(UNPARK).param("follower", follower).param("position", position).update();
    }

    void unparkAll(String follower) {
        jdbc.sql(UNPARK_ALL).param("follower", follower).update();
    }

    List<Followers.Progress> progress() {
        return jdbc.sql(PROGRESS).query(Followers.Progress.class).list();
    }
}

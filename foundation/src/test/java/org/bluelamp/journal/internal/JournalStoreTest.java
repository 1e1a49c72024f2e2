package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Deadlines;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.Looking;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Withholding;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalStoreTest {
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00.000001Z");
    private static final Act ACT = Act.byScreen(
            new ActorId("p-104"),
            new RoleCode("DUTY_OFFICER"),
            new Happened(NINE, Happened.Precision.SECOND, "screen"));

    private static TestProgram program;
    private static Journal journal;

    /// Events only this test knows.
    sealed interface ParadeEvent {
        record Said(String word, Optional<PersonalText> words) implements ParadeEvent {}

        record Awaited(String deadline, Instant dueAt) implements ParadeEvent, Deadlines.Sets {}

        record Broken(String word) implements ParadeEvent {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Parade {
        @Bean
        EventTypes paradeEvents() {
            return new EventTypes("test", ParadeEvent.class);
        }

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        Answered answered() {
            return new Answered();
        }
    }

    /// A projection that keeps words in memory, and cannot take a broken one until it is mended.
    static class Heard implements Projection<ParadeEvent> {
        final ConcurrentLinkedQueue<String> words = new ConcurrentLinkedQueue<>();
        volatile boolean mended;

        @Override
        public String name() {
            return "test/heard";
        }

        @Override
        public Class<ParadeEvent> follows() {
            return ParadeEvent.class;
        }

        @Override
        public void on(Recorded<ParadeEvent> recorded) {
            switch (recorded.event()) {
                case ParadeEvent.Said said -> words.add(recorded.position() + " " + said.word());
                case ParadeEvent.Awaited _ -> {}
                case ParadeEvent.Broken broken -> {
                    if (!mended) {
                        throw new IllegalStateException(broken.word());
                    }
                    words.add(recorded.position() + " " + broken.word());
                }
            }
        }

        @Override
        public void clear() {
            words.clear();
        }
    }

    static class Answered implements Reaction<ParadeEvent> {
        final ConcurrentLinkedQueue<Long> positions = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "test/answered";
        }

        @Override
        public Class<ParadeEvent> follows() {
            return ParadeEvent.class;
        }

        @Override
        public void on(Recorded<ParadeEvent> recorded) {
            positions.add(recorded.position());
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.journal(Parade.class);
        journal = program.get(Journal.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static StreamId stream(String key) {
        return new StreamId("parade/" + key);
    }

    private static Append say(StreamId stream, long version, String word) {
        return Append.by(ACT).restingOn(stream, version).write(stream, new ParadeEvent.Said(word, Optional.empty()));
    }

    @Test
    void an_event_comes_back_with_its_envelope() {
        var stream = stream("back");
        var event = new ParadeEvent.Said("knife", Optional.of(PersonalText.of("Mrs \u00e9 said \"run\"")));
        var done = (Appended.Done)
                journal.append(Append.by(ACT).restingOn(stream, 0).write(stream, event));

        var read = journal.read(stream, ParadeEvent.class);

        assertThat(read.version()).isEqualTo(1);
        Recorded<ParadeEvent> recorded = read.entries().getFirst();
        assertThat(recorded)
                .isEqualTo(
                        new Recorded<>(done.first(), stream, 1, "test/parade.said", recorded.recordedAt(), ACT, event));
    }

    @Test
    void a_stream_that_moved_on_is_refused_and_nothing_is_written() {
        var one = stream("one");
        var two = stream("two");
        journal.append(say(one, 0, "first"));
        long before = journal.position();

        assertThatThrownBy(() -> journal.append(Append.by(ACT)
                        .restingOn(one, 0)
                        .restingOn(two, 0)
                        .write(two, new ParadeEvent.Said("x", Optional.empty()))))
                .isInstanceOf(StaleStream.class);

        assertThat(journal.read(two, ParadeEvent.class).version()).isZero();
        assertThat(journal.position()).isEqualTo(before);
    }

    @Test
    void the_same_request_twice_is_done_once_and_answered_the_same() {
        var stream = stream("twice");
        var act = ACT.withKey(new RequestKey("key-00000001"));
        var append = Append.by(act).restingOn(stream, 0).write(stream, new ParadeEvent.Said("a", Optional.empty()));

        assertThat(journal.appendOnce(append, "say a", "said")).isInstanceOf(Appended.Done.class);
        assertThat(journal.appendOnce(append, "say a", "ignored")).isEqualTo(new Appended.Repeated("said"));
        assertThatThrownBy(() -> journal.appendOnce(append, "say b", "other")).isInstanceOf(KeyReused.class);
        assertThat(journal.read(stream, ParadeEvent.class).version()).isEqualTo(1);
    }

    @Test
    void many_writers_get_positions_without_gaps() throws Exception {
        int writers = 4;
        int each = 25;
        var tasks = new ArrayList<Callable<List<Long>>>();
        for (int w = 0; w < writers; w++) {
            var stream = stream("writer-" + w);
            tasks.add(() -> {
                var taken = new ArrayList<Long>();
                for (int i = 0; i < each; i++) {
                    taken.add(((Appended.Done) journal.append(say(stream, i, "w"))).first());
                }
                return taken;
            });
        }
        var positions = new ArrayList<Long>();
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (Future<List<Long>> done : pool.invokeAll(tasks)) {
                positions.addAll(done.get());
            }
        }
        var all = program.get(JdbcClient.class)
                .sql("select position from journal.entry order by position")
                .query(Long.class)
                .list();
        assertThat(positions).hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(all).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
    }

    @Test
    void a_projection_hears_everything_in_order_and_again_after_a_rebuild() {
        var heard = program.get(Heard.class);
        for (int i = 0; i < 5; i++) {
            journal.append(say(stream("order"), i, "o" + i));
        }
        var followers = program.get(Followers.class);
        followers.awaitCaughtUp(Duration.ofSeconds(20));
        var before = List.copyOf(heard.words);
        assertThat(before.stream().map(word -> word.split(" ")[1]).filter(word -> word.startsWith("o")))
                .containsSubsequence("o0", "o1", "o2", "o3", "o4");

        followers.rebuild("test/heard");
        followers.awaitCaughtUp(Duration.ofSeconds(20));

        assertThat(heard.words).containsAll(before);
    }

    @Test
    void a_bad_entry_parks_its_stream_and_the_others_go_on_until_it_is_mended() {
        var heard = program.get(Heard.class);
        var followers = program.get(Followers.class);
        var bad = stream("bad");
        journal.append(Append.by(ACT).restingOn(bad, 0).write(bad, new ParadeEvent.Broken("broken")));
        journal.append(say(bad, 1, "behind"));
        journal.append(say(stream("good"), 0, "good"));
        followers.awaitCaughtUp(Duration.ofSeconds(20));

        assertThat(heard.words).anyMatch(word -> word.endsWith(" good")).noneMatch(word -> word.endsWith(" behind"));
        assertThat(followers.parked())
                .filteredOn(parked -> parked.follower().equals("test/heard"))
                .extracting(Followers.Parked::stream, Followers.Parked::holder)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(bad, "administrator"),
                        org.assertj.core.groups.Tuple.tuple(bad, "administrator"));

        heard.mended = true;
        followers.retry("test/heard", bad);

        assertThat(followers.parked()).noneMatch(parked -> parked.follower().equals("test/heard"));
        assertThat(heard.words).anyMatch(word -> word.endsWith(" behind"));
    }

    @Test
    void a_reaction_ignores_imported_history() throws InterruptedException {
        var answered = program.get(Answered.class);
        var imported = new Act(
                ACT.actor(),
                ACT.role(),
                ACT.enteredBy(),
                EnteredHow.IMPORT,
                Optional.empty(),
                ACT.happened(),
                List.of(),
                Optional.empty(),
                List.of());
        var stream = stream("imported");
        var old = (Appended.Done) journal.append(
                Append.by(imported).restingOn(stream, 0).write(stream, new ParadeEvent.Said("old", Optional.empty())));
        var live = (Appended.Done) journal.append(say(stream, 1, "live"));

        for (int tries = 0; tries < 200 && !answered.positions.contains(live.first()); tries++) {
            Thread.sleep(50);
        }
        assertThat(answered.positions).contains(live.first()).doesNotContain(old.first());
    }

    @Test
    void a_deadline_fires_once_as_an_entry_on_its_stream() throws InterruptedException {
        var stream = stream("clock");
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        var set = (Appended.Done) journal.append(
                Append.by(ACT).restingOn(stream, 0).write(stream, new ParadeEvent.Awaited("review", past)));

        for (int tries = 0;
                tries < 200 && journal.read(stream, DeadlineEvent.class).version() < 2;
                tries++) {
            Thread.sleep(50);
        }
        assertThat(program.get(DeadlineKeeper.class).fireDue(Instant.now())).isZero();
        assertThat(journal.read(stream, DeadlineEvent.class).events())
                .containsExactly(new DeadlineEvent.Passed("review", past, set.first()));
    }

    @Test
    void withheld_words_are_gone_and_everything_else_stays() {
        var stream = stream("withheld");
        journal.append(Append.by(ACT)
                .restingOn(stream, 0)
                .write(stream, new ParadeEvent.Said("fact", Optional.of(PersonalText.of("a name")))));

        int destroyed = program.get(Withholding.class).withhold(stream, "retention/2-years", ACT);

        assertThat(destroyed).isEqualTo(1);
        assertThat(journal.read(stream, ParadeEvent.class).events())
                .containsExactly(new ParadeEvent.Said("fact", Optional.of(new PersonalText.Withheld())));
        assertThat(program.get(Withholding.class).withhold(stream, "again", ACT))
                .isZero();
    }

    @Test
    void looking_leaves_an_entry_of_its_own() {
        var looking = program.get(Looking.class);
        var look = new Looking.Look(
                ACT.actor(),
                ACT.role(),
                "page",
                "/incidents",
                List.of("2026-11-22-1", "2026-11-22-2"),
                Optional.empty());
        long first = looking.record(look);
        assertThat(looking.record(look)).isEqualTo(first + 1);
    }

    @Test
    void the_writer_cannot_change_or_empty_the_record() {
        var jdbc = program.get(JdbcClient.class);
        for (String sql : List.of(
                "update journal.entry set actor = 'x'",
                "delete from journal.entry",
                "truncate journal.entry cascade",
                "delete from journal.personal",
                "truncate journal.look",
                "update journal.look set actor = 'x'")) {
            journal.append(say(stream("final-" + Math.abs(sql.hashCode())), 0, "kept"));
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    @Test
    void the_sql_fits_the_tables() {
        SqlContract.check(
                program.database(),
                JournalStore.class,
                RequestStore.class,
                EntryWriter.class,
                DeadlineStore.class,
                FollowerStore.class,
                WithholdingStore.class,
                LookingStore.class,
                ServiceClockStore.class);
    }
}

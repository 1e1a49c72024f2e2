package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Appends that share a commit are answered each by itself.
class GatheredAppendsTest {
    private static final int WRITERS = 12;
    private static final Act ACT = Act.byScreen(
            new ActorId("p-104"),
            new RoleCode("DUTY_OFFICER"),
            new Happened(Instant.parse("2026-11-22T21:00:00Z"), Happened.Precision.SECOND, "screen"));

    private static final TestProgram PROGRAM = TestProgram.journal(Crowd.class);
    private static int round;

    /// Events only this test knows.
    sealed interface CrowdEvent {
        record Called(String word) implements CrowdEvent {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Crowd {
        @Bean
        EventTypes crowdEvents() {
            return new EventTypes("test", CrowdEvent.class);
        }

        @Bean
        Projection<CrowdEvent> refusing() {
            return new Refusing();
        }
    }

    /// Stands at once, and cannot take one word.
    static class Refusing implements Projection<CrowdEvent> {
        @Override
        public String name() {
            return "test/refusing";
        }

        @Override
        public Class<CrowdEvent> follows() {
            return CrowdEvent.class;
        }

        @Override
        public boolean immediate() {
            return true;
        }

        @Override
        public void on(Recorded<CrowdEvent> recorded) {
            switch (recorded.event()) {
                case CrowdEvent.Called called
                when called.word().equals("bad") -> throw new IllegalStateException("This word cannot be shown.");
                case CrowdEvent.Called _ -> {}
            }
        }

        @Override
        public void clear() {}
    }

    @BeforeEach
    void next() {
        round++;
    }

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @Test
    void of_many_who_rest_on_the_same_version_one_is_written_and_the_others_hear_that_it_moved_on() {
        List<Object> answers = together(writer -> journal().append(call("same", 0, "w" + writer)));
        assertThat(answers.stream().filter(Appended.Done.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(StaleStream.class::isInstance)).hasSize(WRITERS - 1);
        assertNoGaps();
    }

    @Test
    void one_that_cannot_be_shown_is_refused_alone() {
        List<Object> answers =
                together(writer -> journal().append(call("own-" + writer, 0, writer == 5 ? "bad" : "good")));
        assertThat(answers.get(5)).isInstanceOf(IllegalStateException.class);
        assertThat(answers.stream().filter(Appended.Done.class::isInstance)).hasSize(WRITERS - 1);
        assertThat(answers.stream().filter(Appended.Done.class::isInstance).map(done -> ((Appended.Done) done).first()))
                .doesNotHaveDuplicates();
        assertNoGaps();
    }

    @Test
    void one_request_that_comes_in_from_all_sides_is_done_once() {
        var key = new RequestKey("crowded-" + round);
        Append append = new Append(
                ACT.withKey(key),
                call("once", 0, "x").restsOn(),
                call("once", 0, "x").events());
        List<Object> answers =
                together(writer -> journal().appendOnce(append, writer == 3 ? "another" : "the same", "done"));
        long done = answers.stream().filter(Appended.Done.class::isInstance).count();
        long repeated =
                answers.stream().filter(new Appended.Repeated("done")::equals).count();
        long reused = answers.stream().filter(KeyReused.class::isInstance).count();
        assertThat(done).isEqualTo(1);
        assertThat(done + repeated + reused).isEqualTo(WRITERS);
        assertThat(journal().read(stream("once"), CrowdEvent.class).version()).isEqualTo(1);
    }

    @Test
    void what_is_appended_within_a_transaction_goes_with_it() {
        PROGRAM.get(TransactionTemplate.class).executeWithoutResult(status -> {
            journal().append(call("within", 0, "gone"));
            status.setRollbackOnly();
        });
        assertThat(journal().read(stream("within"), CrowdEvent.class).version()).isZero();
        assertNoGaps();
    }

    private static Journal journal() {
        return PROGRAM.get(Journal.class);
    }

    /// What each writer was answered: what was appended, or the fault.
    private static List<Object> together(java.util.function.IntFunction<Appended> work) {
        List<Callable<Object>> all = IntStream.range(0, WRITERS)
                .<Callable<Object>>mapToObj(writer -> () -> {
                    try {
                        return work.apply(writer);
                    } catch (StaleStream | KeyReused | IllegalStateException refused) {
                        return refused;
                    }
                })
                .toList();
        var answers = new ArrayList<Object>();
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Object> one : pool.invokeAll(all)) {
                answers.add(one.get());
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
        return answers;
    }

    private static void assertNoGaps() {
        var all = PROGRAM.get(JdbcClient.class)
                .sql("select position from journal.entry order by position")
                .query(Long.class)
                .list();
        assertThat(all).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
    }

    private static StreamId stream(String name) {
        return new StreamId("crowd/" + name + "-" + round);
    }

    private static Append call(String name, long version, String word) {
        return Append.by(ACT).restingOn(stream(name), version).write(stream(name), new CrowdEvent.Called(word));
    }
}

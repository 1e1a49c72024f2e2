package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Rows that are sent by the hundred arrive as rows sent one by one do.
class BulkRowsTest {
    private static final Instant SIX = Instant.parse("1999-12-31T18:00:00.000001999Z");
    private static final int MANY = 100;
    private static TestProgram program;
    private static Journal journal;
    private static JdbcClient jdbc;

    /// Events only this test knows.
    sealed interface PileEvent {
        record Piled(String word, Optional<PersonalText> words) implements PileEvent {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Pile {
        @Bean
        EventTypes pileEvents() {
            return new EventTypes("test", PileEvent.class);
        }
    }

    private record Thing(
            @Nullable String text, long number, @Nullable Integer small, boolean truth, LocalDate date) {}

    @BeforeAll
    static void start() {
        program = TestProgram.journal(Pile.class);
        journal = program.get(Journal.class);
        jdbc = program.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void every_kind_of_cell_arrives_as_it_was() {
        var things = List.of(
                new Thing("Ære\t\\N \"x\" ♥", Long.MIN_VALUE, 23, true, LocalDate.of(2026, 11, 22)),
                new Thing(null, -1, null, false, LocalDate.of(1899, 2, 28)));
        List<String> rows = program.get(TransactionTemplate.class).execute(_ -> {
            jdbc.sql("""
                    create temporary table thing (text text, number bigint, whole integer, small smallint,
                           truth boolean, date date, instant timestamptz, bytes bytea, texts text[], integers integer[],
                           numbers bigint[]) on commit drop""").update();
            program.get(Projection.Bulk.class)
                    .add(
                            "thing (text, number, whole, small, truth, date, instant, bytes, texts, integers, numbers)",
                            things,
                            BulkRowsTest::cells);
            return jdbc.sql("select thing::text from thing").query(String.class).list();
        });
        assertThat(rows)
                .containsExactly(
                        "(\"Ære\t\\\\N \"\"x\"\" ♥\",-9223372036854775808,7,23,t,2026-11-22,\"1999-12-31 18:00:00.000001+00\","
                                + "\"\\\\x00ff\",\"{a,NULL,\"\"b c\"\"}\",\"{-5,NULL}\",\"{1,9000000000}\")",
                        "(,-1,7,,f,1899-02-28,\"1999-12-31 18:00:00.000001+00\",,{},{},{})");
    }

    private static void cells(Projection.Cells cells, Thing thing) {
        boolean full = thing.text() != null;
        cells.text(thing.text())
                .number(thing.number())
                .integer(7)
                .small(thing.small())
                .truth(thing.truth())
                .date(thing.date())
                .instant(SIX)
                .bytes(full ? new byte[] {0, (byte) 0xff} : null)
                .texts(full ? Arrays.asList("a", null, "b c") : List.of())
                .integers(full ? Arrays.asList(-5, null) : List.of())
                .numbers(full ? List.of(1L, 9_000_000_000L) : List.of());
    }

    @Test
    void a_batch_leaves_the_same_rows_as_appends_one_by_one() {
        journal.appendBatch(
                IntStream.range(0, MANY).mapToObj(at -> piled("many", at, 0)).toList());
        for (int at = 0; at < MANY; at++) {
            journal.append(piled("one", at, 0));
        }
        assertThat(rows("many")).hasSize(MANY).isEqualTo(rows("one"));
        assertThat(journal.read(stream("many", 7), PileEvent.class).events())
                .containsExactly(new PileEvent.Piled("word 7", Optional.of(PersonalText.of("said 7"))));
    }

    private static List<String> rows(String kind) {
        return jdbc.sql("""
                        select (h.version, e.version, e.type, e.body_version, e.service, e.actor, e.role, e.entered_by,
                                e.how, e.desk, e.happened_at, e.happened_precision, e.happened_source, e.caused_by,
                                e.request_key, e.policies, e.facts, octet_length(e.facts_salt),
                                octet_length(e.personal_hash), p.body, octet_length(p.salt))::text
                          from journal.entry e
                          join journal.stream_head h on h.stream = e.stream
                          left join journal.personal p on p.position = e.position
                         where e.stream like 'pile/' || :kind || '-%'
                         order by e.position""").param("kind", kind).query(String.class).list();
    }

    @Test
    void a_batch_moves_streams_on_that_were_there_and_starts_the_others() {
        journal.append(piled("mixed", 3, 0));
        var again = new ArrayList<Append>();
        for (int at = 0; at < MANY; at++) {
            again.add(piled("mixed", at, at == 3 ? 1 : 0));
        }
        journal.appendBatch(again);
        assertThat(journal.read(stream("mixed", 3), PileEvent.class).version()).isEqualTo(2);
        assertThat(journal.read(stream("mixed", 4), PileEvent.class).version()).isEqualTo(1);
        long before = journal.position();
        assertThatThrownBy(() -> journal.appendBatch(again)).isInstanceOf(StaleStream.class);
        assertThat(journal.position()).isEqualTo(before);
    }

    @Test
    void a_row_the_database_refuses_takes_all_of_them_along() {
        var twice = List.of("x", "y", "x");
        assertThatThrownBy(() -> program.get(Projection.Bulk.class)
                        .add(
                                "journal.follower (name, position, installed_at)",
                                twice,
                                (cells, name) -> cells.text(name).number(1).number(1)))
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select count(*) from journal.follower where name in ('x', 'y')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static StreamId stream(String kind, int number) {
        return new StreamId("pile/" + kind + "-" + number);
    }

    private static Append piled(String kind, int number, long version) {
        var act = Act.byScreen(
                new ActorId("p-104"), new RoleCode("DUTY_OFFICER"), new Happened(SIX, Happened.Precision.SECOND, "x"));
        var words = number % 2 == 0 ? Optional.<PersonalText>empty() : Optional.of(PersonalText.of("said " + number));
        StreamId stream = stream(kind, number);
        return Append.by(act).restingOn(stream, version).write(stream, new PileEvent.Piled("word " + number, words));
    }
}

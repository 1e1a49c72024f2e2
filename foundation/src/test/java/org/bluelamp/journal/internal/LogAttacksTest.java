package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Verification;
import org.bluelamp.journal.Withholding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks by somebody who owns the database, with and without the seal key; what verification says of each,
/// alone and with a witness. 700, 737 and 1,137 entries were sealed; the first 1,024 fill tiles.
class LogAttacksTest {
    private static final int IN_A_TILE = 100;
    private static final int AT_THE_EDGE = 1_101;

    /// What is done to one row, by column; the columns of a new migration must be added here.
    private static final Map<String, String> FLIPS = new TreeMap<>(Map.ofEntries(
            Map.entry("stream", "stream || 'x'"),
            Map.entry("version", "version + 1"),
            Map.entry("type", "type || 'x'"),
            Map.entry("body_version", "body_version + 1"),
            Map.entry("service", "service || 'x'"),
            Map.entry("actor", "actor || 'x'"),
            Map.entry("role", "role || 'X'"),
            Map.entry("entered_by", "entered_by || 'x'"),
            Map.entry("how", "'RADIO'"),
            Map.entry("desk", "'desk-9'"),
            Map.entry("happened_at", "happened_at + interval '1 microsecond'"),
            Map.entry("happened_precision", "'DAY'"),
            Map.entry("happened_source", "happened_source || 'x'"),
            Map.entry("recorded_at", "recorded_at + interval '1 microsecond'"),
            Map.entry("caused_by", "'{1}'"),
            Map.entry("request_key", "request_key || 'x'"),
            Map.entry("policies", "replace(policies, '3', '4')"),
            Map.entry("facts", "set_byte(facts, 3, get_byte(facts, 3) # 1)"),
            Map.entry("facts_salt", "set_byte(facts_salt, 0, get_byte(facts_salt, 0) # 1)"),
            Map.entry("personal_hash", "set_byte(personal_hash, 0, get_byte(personal_hash, 0) # 1)"),
            Map.entry("personal.body", "set_byte(body, 3, get_byte(body, 3) # 1)"),
            Map.entry("personal.salt", "set_byte(salt, 0, get_byte(salt, 0) # 1)"),
            Map.entry("look.looked_at", "looked_at + interval '1 microsecond'"),
            Map.entry("look.actor", "actor || 'x'"),
            Map.entry("look.role", "role || 'x'"),
            Map.entry("look.kind", "'search'"),
            Map.entry("look.route", "route || 'x'"),
            Map.entry("look.shown", "replace(shown, '2026', '2025')"),
            Map.entry("look.reason", "'none'")));

    private static SealedLog log;

    @BeforeAll
    static void start() {
        log = new SealedLog();
        log.look(9);
        log.grown(700, 37, 400);
        log.keep();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @AfterEach
    void undo() {
        log.putBack();
    }

    @Test
    void a_log_that_goes_on_while_it_is_checked_is_sound() {
        try (var busy = new SealedLog()) {
            busy.grown(700, 37, 400);
            var more = new AtomicInteger();
            var report = busy.program.get(Verification.class).verify(Verification.Request.of("journal"), _ -> {
                if (more.getAndIncrement() == 0) {
                    busy.grown(20);
                }
            });
            assertThat(more.get()).as("it went on in the middle").isPositive();
            assertThat(report.findings()).isEmpty();
            assertThat(busy.verify().findings()).isEmpty();
        }
    }

    @Test
    void a_log_that_nobody_touched_is_sound_with_and_without_a_witness() {
        var report = log.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(List.of(report.entries(), report.sealed(), report.checked(), report.checkpoints()))
                .containsExactly(1_137L, 1_137L, 1_137L, 3L);
        assertThat(log.verifyWithWitness().findings()).isEmpty();
        assertThat(log.verifyWithWitness().witnessed()).isEqualTo(3);
        assertThat(log.verify("looking", log.witness("looking")).findings()).isEmpty();
    }

    @Test
    void every_column_of_the_record_is_attacked() {
        assertThat(FLIPS.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                log.columns("entry").stream(),
                                log.columns("personal").stream().map(column -> "personal." + column),
                                log.columns("look").stream().map(column -> "look." + column))
                        .flatMap(columns -> columns)
                        .toList());
    }

    static Stream<String> flippedColumns() {
        return FLIPS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("flippedColumns")
    void a_flipped_byte_is_found_and_its_entry_named(String column) {
        boolean look = column.startsWith("look.");
        int inATile = look ? 4 : IN_A_TILE;
        log.attack(flip(column, inATile));
        var report = log.verify(look ? "looking" : "journal");
        assertThat(report.sound()).isFalse();
        // The looking-log has too few entries to fill a tile: the last good checkpoint says from where on.
        assertThat(report.findings()).extracting(Verification.Finding::position).contains(look ? 1L : IN_A_TILE);
    }

    @ParameterizedTest
    @MethodSource("flippedColumns")
    void a_flipped_byte_at_the_edge_that_fills_no_tile_is_found_between_two_checkpoints(String column) {
        if (column.startsWith("look.")) {
            return;
        }
        log.attack(flip(column, AT_THE_EDGE));
        assertThat(log.verify().findings())
                .extracting(Verification.Finding::position)
                .containsAnyOf(738L, (long) AT_THE_EDGE);
    }

    @Test
    void a_personal_part_exchanged_together_with_its_kept_hash_is_found() {
        log.attack(
                "update journal.personal set body = '\\x7b7d' where position = 100",
                "update journal.entry e set personal_hash = sha256(p.salt || p.body) from journal.personal p"
                        + " where p.position = e.position and e.position = 100");
        finds(IN_A_TILE, "The entry is not the one whose leaf was sealed.");
    }

    @Test
    void policies_written_another_way_are_found() {
        log.attack("update journal.entry set policies = replace(policies, ':', ': ') where position = 100");
        finds(IN_A_TILE, "The column policies is not written as the envelope has it.");
    }

    @Test
    void a_dropped_entry_is_found() {
        log.attack("delete from journal.entry where position = 100");
        finds(IN_A_TILE, "There is no entry at this position.");
    }

    @Test
    void a_dropped_entry_is_found_when_the_others_move_up() {
        log.attack(
                "delete from journal.entry where position = 100",
                "delete from journal.personal where position = 100",
                "update journal.entry set position = position + 5000000 where position > 100",
                "update journal.entry set position = position - 5000001 where position > 5000000",
                "update journal.personal set position = position + 5000000 where position > 100",
                "update journal.personal set position = position - 5000001 where position > 5000000");
        finds(IN_A_TILE, "The entry is not the one whose leaf was sealed.");
    }

    @Test
    void two_entries_in_the_wrong_order_are_found() {
        log.attack(
                "update journal.entry set position = 5000000 where position = 100",
                "update journal.entry set position = 100 where position = 101",
                "update journal.entry set position = 101 where position = 5000000");
        finds(100, "The entry is not the one whose leaf was sealed.");
        finds(101, "The entry is not the one whose leaf was sealed.");
    }

    @Test
    void what_two_entries_say_cannot_be_swapped() {
        log.attack("update journal.entry e set facts = o.facts, facts_salt = o.facts_salt from kept.entry o"
                + " where (e.position, o.position) in ((100, 205), (205, 100))");
        finds(100, "The entry is not the one whose leaf was sealed.");
        finds(205, "The entry is not the one whose leaf was sealed.");
    }

    @Test
    void a_version_left_out_of_a_stream_is_found() {
        log.attack("update journal.entry set version = version + 1 where position = 1100");
        assertThat(sentences(log.verify()))
                .anyMatch(sentence -> sentence.matches("The stream .* from version 2 to 4."));
    }

    @Test
    void a_head_that_would_let_a_stream_be_written_twice_is_found() {
        log.attack("update journal.stream_head set version = version - 1 where stream = 'beat/0-0'");
        finds(0, "The stream beat/0-0 has 5 entries, its head says 4.");
        log.attack("delete from journal.stream_head where stream = 'beat/0-0'");
        assertThat(sentences(log.verify())).anyMatch(sentence -> sentence.contains("have a head"));
    }

    @Test
    void a_damaged_or_missing_tile_is_found() {
        log.attack("update journal.tile set hashes = set_byte(hashes, 320, 255 - get_byte(hashes, 320))"
                + " where log = 'journal' and index = 1");
        finds(267, "The entry is not the one whose leaf was sealed.");
        log.attack("delete from journal.tile where log = 'journal' and index = 1");
        finds(257, "The tile 1 of level 0 is not there.");
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_found() {
        Checkpoint checkpoint = log.store().latest("journal").orElseThrow().checkpoint();
        log.attack("update journal.checkpoint set note = '%s' where size = 1137"
                .formatted(SigningKey.fresh().seal(checkpoint).text()));
        finds(1137, "The checkpoint of 1137 entries is not signed by the key of the log.");
    }

    @Test
    void an_old_checkpoint_in_the_place_of_a_new_one_is_found() {
        log.attack("update journal.checkpoint c set note = o.note from kept.checkpoint o"
                + " where c.log = 'journal' and c.size = 1137 and o.log = 'journal' and o.size = 700");
        finds(1137, "The checkpoint of 1137 entries does not say what its note says.");
    }

    @Test
    void a_tail_that_was_cut_off_is_found_while_its_checkpoints_are_there() {
        log.attack("delete from journal.entry where position > 1100");
        finds(1101, "The end is missing: 1137 entries were sealed, 1100 are there.");
    }

    @Test
    void a_tail_cut_off_back_to_an_old_checkpoint_is_found_by_the_witness_alone() {
        log.attack(cutBackTo737());
        assertThat(log.verify().findings()).isEmpty();
        findsWithWitness(738, "The end was cut off: the witness saw 1137 entries, 737 are there.");
    }

    @Test
    void a_table_chained_anew_with_the_seal_key_is_found_by_the_witness_alone() {
        String asWitnessed = log.witnessText();
        log.attack("update journal.entry set actor = 'p-999' where position = 720");
        assertThat(log.verify().sound()).isFalse();
        log.rechain();
        assertThat(log.verify().findings()).isEmpty();

        // Whether the forger hands the new checkpoint over or not, the old ones give it away.
        String forged = log.witnessText();
        SealedLog.write(log.witnessFile(), asWitnessed);
        findsWithWitness(
                701,
                "Between position 701 and 737 the log is not the one the witness saw: it was written anew or forked"
                        + " (2 witnessed checkpoints do not fit).");
        SealedLog.write(log.witnessFile(), forged);
        findsWithWitness(1137, "The log forked: at line 19 the witness saw another log of 1137 entries than before.");
    }

    @Test
    void a_fork_is_found_by_whoever_saw_the_other_branch(@TempDir Path elsewhere) {
        Path copy = elsewhere.resolve("copy.checkpoints");
        SealedLog.write(copy, log.witnessText());
        log.attack(cutBackTo737());
        log.write(500);
        log.seal();
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify("journal", copy).findings())
                .containsExactly(new Verification.Finding(
                        738,
                        "Between position 738 and 1137 the log is not the one the witness saw: it was written anew or"
                                + " forked (1 witnessed checkpoints do not fit)."));
    }

    @Test
    void an_old_state_brought_back_and_gone_on_from_is_found_by_the_witness_alone() {
        log.attack(cutBackTo737());
        log.write(63);
        log.seal();
        assertThat(log.verify().findings()).isEmpty();
        findsWithWitness(
                800, "An old checkpoint was played again: 800 entries at line 19 of the witness file, after 1137.");
        findsWithWitness(801, "The end was cut off: the witness saw 1137 entries, 800 are there.");
    }

    @Test
    void an_old_checkpoint_handed_to_the_witness_again_is_found() {
        String old = CheckpointNote.parse(
                        log.store().after("journal", 0, 1).getFirst().note())
                .text();
        SealedLog.write(log.witnessFile(), log.witnessText() + old + "\n");
        findsWithWitness(
                700, "An old checkpoint was played again: 700 entries at line 19 of the witness file, after 1137.");
    }

    @Test
    void a_witness_file_that_was_tampered_with_says_so() {
        String true1137 = log.witnessText();
        SealedLog.write(log.witnessFile(), true1137.replace("\n1137\n", "\n1138\n"));
        findsWithWitness(0, "Line 13 of the witness file is not signed by the key of the log.");
        SealedLog.write(log.witnessFile(), true1137 + "scribbled\n");
        assertThat(sentences(log.verifyWithWitness())).anyMatch(said -> said.startsWith("Line 19 of the witness"));
        SealedLog.write(log.witnessFile(), "");
        findsWithWitness(0, "The witness file holds no checkpoint of bluelamp/journal.");
    }

    @Test
    void a_withheld_personal_part_leaves_the_log_sound() {
        int parts =
                log.program.get(Withholding.class).withhold(new StreamId("beat/0-0"), "MoPI 7 years", SealedLog.ACT);
        log.seal();
        assertThat(parts).isEqualTo(2);
        assertThat(log.verifyWithWitness().findings()).isEmpty();
    }

    @Test
    void a_personal_part_that_went_without_a_withholding_is_found() {
        log.attack("delete from journal.personal where position = 100");
        finds(100, "The personal part is gone, but no entry says that it was withheld.");
    }

    @Test
    void entries_that_nobody_sealed_for_more_than_a_minute_are_found() {
        log.write(1);
        log.attack(
                "update journal.entry set recorded_at = recorded_at - interval '2 minutes'" + " where position = 1138");
        assertThat(sentences(log.verify())).contains("From this entry on nothing has been sealed for over a minute.");
    }

    @Test
    void a_check_that_was_broken_off_goes_on_from_its_last_good_tile() {
        var files = log.program.get(SealFiles.class);
        var journal = log.program.get(VerifJournal.class);
        var mark = new VerifMark(
                512,
                MerkleNaive.root(journal.leaves(0, 512)),
                journal.rows(511, 512).getFirst().recordedAt());
        mark.write(files.markFile("journal"));
        log.attack("update journal.entry set actor = 'p-999' where position = 900");

        var resumed = log.verifyWithWitness();
        assertThat(List.of(resumed.resumedAfter(), resumed.checked())).containsExactly(512L, 625L);
        assertThat(resumed.findings())
                .contains(new Verification.Finding(900, "The entry is not the one whose leaf was sealed."));

        // It came to its end, so the next one begins at the beginning; so does one whose mark is not of this log.
        assertThat(log.verify().resumedAfter()).isZero();
        new VerifMark(512, MerkleHash.EMPTY, SealedLog.NINE).write(files.markFile("journal"));
        assertThat(log.verify().resumedAfter()).isZero();
    }

    private static String flip(String column, int position) {
        String table = column.contains(".") ? column.substring(0, column.indexOf('.')) : "entry";
        return "update journal.%s set %s = %s where position = %d"
                .formatted(table, column.substring(column.indexOf('.') + 1), FLIPS.get(column), position);
    }

    /// The database as it was at the checkpoint of 737 entries, without a trace of anything later.
    private static String[] cutBackTo737() {
        return new String[] {
            "delete from journal.entry where position > 737",
            "delete from journal.personal where position > 737",
            "delete from journal.stream_head",
            "insert into journal.stream_head select stream, max(version) from journal.entry group by stream",
            "delete from journal.tile where log = 'journal' and index >= 2",
            "delete from journal.checkpoint where log = 'journal' and size > 737"
        };
    }

    private static void finds(long position, String sentence) {
        assertThat(log.verify().findings()).contains(new Verification.Finding(position, sentence));
        assertThat(log.verifyWithWitness().findings()).contains(new Verification.Finding(position, sentence));
    }

    private static void findsWithWitness(long position, String sentence) {
        assertThat(log.verifyWithWitness().findings()).contains(new Verification.Finding(position, sentence));
    }

    private static List<String> sentences(Verification.Report report) {
        return report.findings().stream().map(Verification.Finding::sentence).toList();
    }
}

package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    private static final int CASES = 1_000;
    private static final long SEED = 20261122;

    @Test
    void names_are_sorted_and_nothing_is_written_two_ways() {
        var tree = Map.of("b", List.of(1L, true, "x"), "a", "\u20ac\n\u0007\"\\\ud83d\ude80/", "\u00e9", -0L);
        assertThat(CanonicalJson.text(tree))
                .isEqualTo("{\"a\":\"\u20ac\\n\\u0007\\\"\\\\\ud83d\ude80/\",\"b\":[1,true,\"x\"],\"\u00e9\":0}");
    }

    @Test
    void it_writes_what_an_independent_writer_of_the_standard_writes() throws IOException {
        var random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Object tree = Map.of("value", tree(random, 3));
            byte[] theirs =
                    new JsonCanonicalizer(JsonMapper.builder().build().writeValueAsString(tree)).getEncodedUTF8();
            assertThat(CanonicalJson.bytes(tree))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(theirs);
        }
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> random.nextLong(-CanonicalJson.NUMBER_MAX, CanonicalJson.NUMBER_MAX) >> random.nextInt(60);
            case 1 -> random.nextBoolean();
            case 2 -> text(random);
            case 3 -> {
                var list = new ArrayList<Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(tree(random, depth - 1));
                }
                yield list;
            }
            default -> {
                var map = new HashMap<String, Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), tree(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int point = random.nextInt(8) == 0 ? random.nextInt(0x20) : random.nextInt(0x1ffff);
            if (point < 0xd800 || point > 0xdfff) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    @Test
    void numbers_that_other_readers_would_round_and_half_characters_are_refused() {
        assertThatThrownBy(() -> CanonicalJson.text(1L << 53)).hasMessageContaining("2^53-1");
        assertThatThrownBy(() -> CanonicalJson.text("a\ud800b")).hasMessageContaining("half a character at place 1");
        assertThatThrownBy(() -> CanonicalJson.text(1.5)).hasMessageContaining("java.lang.Double");
    }

    @Test
    void text_is_written_in_utf_8() {
        assertThat(CanonicalJson.bytes("\u00e9")).isEqualTo("\"\u00e9\"".getBytes(StandardCharsets.UTF_8));
    }
}

package org.bluelamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static Shortcut key(String keys, String where) {
        return new Shortcut(keys, "does " + keys, where, "click:#x");
    }

    @Test
    void two_shortcuts_of_one_page_with_the_same_keys_clash() {
        assertThat(Keys.clashes(List.of(key("n", "queue"), key("n", "queue"))))
                .containsExactly("(n) does n on (queue) and (n) does n on (queue)");
    }

    @Test
    void a_key_of_one_page_clashes_with_one_that_works_everywhere() {
        assertThat(Keys.clashes(List.of(key("n", "*"), key("n", "queue")))).hasSize(1);
    }

    @Test
    void a_key_clashes_with_a_pair_that_starts_with_it() {
        assertThat(Keys.clashes(List.of(key("g", "queue"), key("g r", "*")))).hasSize(1);
    }

    @Test
    void the_same_key_on_two_pages_does_not_clash() {
        assertThat(Keys.clashes(List.of(key("n", "queue"), key("n", "figures"), key("g n", "*"))))
                .isEmpty();
    }
}

package org.bluelamp.contact.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bluelamp.contact.CallMatching;
import org.bluelamp.contact.PossibleDuplicate;
import org.bluelamp.contact.decide.Likeness.OpenIncident;
import org.bluelamp.contact.decide.Likeness.Telling;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:04:00Z");
    private static final Coordinate HERE = new Coordinate(51_511_400, -132_900);
    private static final CallMatching RULES = new CallMatching(
            500, Duration.ofHours(2), 2, 4, 5, 2, Duration.ofDays(60), Set.of("somebody", "there", "street"));

    @Test
    void the_same_thing_told_again_is_offered_with_why() {
        OpenIncident open =
                incident(1, "EXPLOSION", 70, new Coordinate(51_512_100, -133_200), "huge bang, windows out");
        assertThat(Likeness.among(List.of(open), told(HERE, "EXPLOSION", "a bang and the windows fell in"), RULES))
                .containsExactly(new PossibleDuplicate(
                        open.incident(),
                        List.of("81 m away", "opened 70 s ago", "the same type", "also said: “bang”, “windows”")));
    }

    @Test
    void another_thing_at_the_same_place_is_not_offered_unless_words_agree() {
        OpenIncident theft = incident(1, "THEFT", 300, HERE, "bicycle taken");
        assertThat(Likeness.among(List.of(theft), told(HERE, "FIGHT", "two men fighting"), RULES))
                .isEmpty();
        assertThat(Likeness.among(List.of(theft), told(HERE, "FIGHT", "fighting over a bicycle"), RULES))
                .hasSize(1);
        assertThat(Likeness.among(List.of(theft), told(HERE, "", ""), RULES))
                .as("while nobody has said what it is, the place is enough")
                .hasSize(1);
    }

    @Test
    void what_is_far_or_long_ago_is_not_offered() {
        OpenIncident far = incident(1, "FIGHT", 60, new Coordinate(51_521_000, -132_900), "men fighting");
        OpenIncident old = incident(2, "FIGHT", 3 * 3_600, HERE, "men fighting");
        assertThat(Likeness.among(List.of(far, old), told(HERE, "FIGHT", "men fighting"), RULES))
                .isEmpty();
    }

    @Test
    void without_a_place_two_words_must_be_shared() {
        OpenIncident open = incident(1, "FIGHT", 60, HERE, "machete outside the kebab shop");
        assertThat(Likeness.among(List.of(open), told(null, "FIGHT", "there is a machete"), RULES))
                .isEmpty();
        assertThat(Likeness.among(List.of(open), told(null, "FIGHT", "machete by the kebab place"), RULES))
                .containsExactly(new PossibleDuplicate(
                        open.incident(), List.of("opened 60 s ago", "the same type", "also said: “kebab”, “machete”")));
    }

    @Test
    void the_likeliest_stands_first_and_the_order_is_always_the_same() {
        OpenIncident near = incident(1, "THEFT", 60, HERE, "bang");
        OpenIncident same = incident(2, "EXPLOSION", 60, new Coordinate(51_513_000, -132_900), "bang");
        OpenIncident wordier = incident(3, "EXPLOSION", 60, new Coordinate(51_513_500, -132_900), "bang smoke");
        var told = told(HERE, "EXPLOSION", "bang and smoke");
        assertThat(Likeness.among(List.of(near, same, wordier), told, RULES))
                .extracting(PossibleDuplicate::incident)
                .containsExactly(wordier.incident(), same.incident(), near.incident());
        assertThat(Likeness.among(List.of(wordier, near, same), told, RULES))
                .isEqualTo(Likeness.among(List.of(near, same, wordier), told, RULES));
    }

    private static Telling told(Coordinate point, String type, String said) {
        return new Telling(NOW, point, type, said);
    }

    private static OpenIncident incident(int number, String type, long secondsAgo, Coordinate point, String words) {
        return new OpenIncident(
                IncidentRef.of("2026-11-22-" + number), type, NOW.minusSeconds(secondsAgo), point, words);
    }
}

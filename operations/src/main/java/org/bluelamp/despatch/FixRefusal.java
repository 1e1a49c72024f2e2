package org.bluelamp.despatch;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Refusal;

/// Why a fix was not taken; the position known before stays.
public sealed interface FixRefusal extends Refusal {
    Callsign unit();

    /// Nobody gets so far so quickly: the fix, or the one before it, is wrong.
    record ImpossibleJump(Callsign unit, int metres, Duration within, int kmhMax) implements FixRefusal {
        @Override
        public String code() {
            return "position/impossible-jump";
        }

        @Override
        public String sentence() {
            return "%s cannot have moved %,d m in %d s; nothing above %d km/h is believed."
                    .formatted(unit, metres, within.toSeconds(), kmhMax);
        }
    }

    /// A newer fix, or this one, is known already.
    record NotNewer(Callsign unit, Instant when, Instant known) implements FixRefusal {
        @Override
        public String code() {
            return "position/not-newer";
        }

        @Override
        public String sentence() {
            return "%s was at a place at %s, and is known from %s already.".formatted(unit, when, known);
        }
    }

    /// It is said to have happened later than now.
    record FromTheFuture(Callsign unit, Instant when, Instant now) implements FixRefusal {
        @Override
        public String code() {
            return "position/from-the-future";
        }

        @Override
        public String sentence() {
            return "%s cannot be known from %s; it is %s.".formatted(unit, when, now);
        }
    }

    /// It says nothing about now.
    record TooOld(Callsign unit, Instant when, Instant now) implements FixRefusal {
        @Override
        public String code() {
            return "position/too-old";
        }

        @Override
        public String sentence() {
            return "%s was at a place at %s, which is too long before %s.".formatted(unit, when, now);
        }
    }
}

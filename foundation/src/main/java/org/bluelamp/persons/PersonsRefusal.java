package org.bluelamp.persons;

import java.time.Instant;
import org.bluelamp.kernel.Refusal;

/// Why something asked about a member of the public or a warning is not done.
public sealed interface PersonsRefusal extends Refusal {

    record UnknownMember(MemberRef member) implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/unknown-member";
        }

        @Override
        public String sentence() {
            return "Nobody is known as (%s).".formatted(member);
        }
    }

    record MetBefore(MemberRef member) implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/met-before";
        }

        @Override
        public String sentence() {
            return "Somebody is known as (%s) already.".formatted(member);
        }
    }

    record NothingKnown() implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/nothing-known";
        }

        @Override
        public String sentence() {
            return "A person is known by something: a number, an address with its house, or a name.";
        }
    }

    record UnknownLink(MemberRef member, int link) implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/unknown-link";
        }

        @Override
        public String sentence() {
            return "(%s) has no link (%d) that holds.".formatted(member, link);
        }
    }

    record WhyMissing() implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/why-missing";
        }

        @Override
        public String sentence() {
            return "Say why in a few words: whoever reads it later was not there.";
        }
    }

    record WordsMissing() implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/words-missing";
        }

        @Override
        public String sentence() {
            return "A warning needs the words an officer is to read.";
        }
    }

    record UnknownKind(String kind) implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/unknown-kind";
        }

        @Override
        public String sentence() {
            return "The kind of warning (%s) is not in the policy in force. Choose one of the list.".formatted(kind);
        }
    }

    record NobodyWarnedOf() implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/nobody-warned-of";
        }

        @Override
        public String sentence() {
            return "A warning is about a person, a number, or an address with its house.";
        }
    }

    record EndsWrong(Instant until, Instant latest) implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/ends-wrong";
        }

        @Override
        public String sentence() {
            return "A warning of this kind ends after now and by (%s) at the latest, not at (%s)."
                    .formatted(latest, until);
        }
    }

    record UnknownWarning(WarningRef warning) implements PersonsRefusal {
        @Override
        public String code() {
            return "persons/unknown-warning";
        }

        @Override
        public String sentence() {
            return "No warning (%s) is shown.".formatted(warning);
        }
    }
}

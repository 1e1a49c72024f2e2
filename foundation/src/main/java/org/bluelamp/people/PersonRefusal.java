package org.bluelamp.people;

import java.time.LocalDate;
import org.bluelamp.kernel.Refusal;
import org.bluelamp.kernel.RoleCode;

/// Why a request about a person is refused.
public sealed interface PersonRefusal extends Refusal {

    record UnknownPerson(PersonId person) implements PersonRefusal {
        @Override
        public String code() {
            return "people/unknown-person";
        }

        @Override
        public String sentence() {
            return "Nobody is known as %s.".formatted(person);
        }
    }

    record AlreadyJoined(PersonId person) implements PersonRefusal {
        @Override
        public String code() {
            return "people/already-joined";
        }

        @Override
        public String sentence() {
            return "Somebody joined as %s before.".formatted(person);
        }
    }

    record HasLeft(PersonId person, LocalDate lastDay) implements PersonRefusal {
        @Override
        public String code() {
            return "people/has-left";
        }

        @Override
        public String sentence() {
            return "The last day of %s was %s.".formatted(person, lastDay);
        }
    }

    record NameMissing(PersonId person) implements PersonRefusal {
        @Override
        public String code() {
            return "people/name-missing";
        }

        @Override
        public String sentence() {
            return "A person has a name (%s).".formatted(person);
        }
    }

    record UnknownRole(RoleCode role) implements PersonRefusal {
        @Override
        public String code() {
            return "people/unknown-role";
        }

        @Override
        public String sentence() {
            return "The policy in force has no role (%s).".formatted(role);
        }
    }

    record BoroughMissing(RoleCode role) implements PersonRefusal {
        @Override
        public String code() {
            return "people/borough-missing";
        }

        @Override
        public String sentence() {
            return "A post as %s is for a borough, and none is named.".formatted(role);
        }
    }

    record BoroughNotWanted(RoleCode role) implements PersonRefusal {
        @Override
        public String code() {
            return "people/borough-not-wanted";
        }

        @Override
        public String sentence() {
            return "A post as %s is not bound to a borough, and one is named.".formatted(role);
        }
    }

    record UnknownPost(PersonId person, int post) implements PersonRefusal {
        @Override
        public String code() {
            return "people/unknown-post";
        }

        @Override
        public String sentence() {
            return "%s has no post %d that runs.".formatted(person, post);
        }
    }

    record DatesWrongWay(LocalDate from, LocalDate lastDay) implements PersonRefusal {
        @Override
        public String code() {
            return "people/dates-wrong-way";
        }

        @Override
        public String sentence() {
            return "The last day (%s) is before the first (%s).".formatted(lastDay, from);
        }
    }

    record LineInCircle(PersonId person, PersonId answersTo) implements PersonRefusal {
        @Override
        public String code() {
            return "people/line-in-circle";
        }

        @Override
        public String sentence() {
            return "%s cannot answer to %s, who answers to them.".formatted(person, answersTo);
        }
    }
}

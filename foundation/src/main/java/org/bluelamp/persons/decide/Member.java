package org.bluelamp.persons.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bluelamp.persons.MemberEvent;
import org.bluelamp.persons.MemberEvent.LinkAsserted;
import org.bluelamp.persons.MemberEvent.LinkWithdrawn;
import org.bluelamp.persons.MemberEvent.Met;
import org.bluelamp.persons.MemberRef;

/// A member of the public as the record leaves them.
public sealed interface Member {
    record Unknown() implements Member {}

    /// `links` were given, those of `holding` were not withdrawn.
    record Known(MemberRef member, int links, Set<Integer> holding) implements Member {
        public Known {
            holding = Set.copyOf(holding);
        }

        private Known with(int link) {
            var all = new HashSet<>(holding);
            all.add(link);
            return new Known(member, link, all);
        }

        private Known without(int link) {
            var rest = new HashSet<>(holding);
            rest.remove(link);
            return new Known(member, links, rest);
        }
    }

    static Member from(List<MemberEvent> events) {
        Member member = new Unknown();
        for (MemberEvent event : events) {
            member = member.after(event);
        }
        return member;
    }

    /// Errors: `IllegalStateException` for an event that cannot follow, which is a defect of the record.
    private Member after(MemberEvent event) {
        return switch (event) {
            case Met met -> new Known(met.member(), 0, Set.of());
            case LinkAsserted asserted -> known(event).with(asserted.link());
            case LinkWithdrawn withdrawn -> known(event).without(withdrawn.link());
        };
    }

    private Known known(MemberEvent event) {
        return switch (this) {
            case Known known -> known;
            case Unknown _ -> throw new IllegalStateException("(%s) was never met.".formatted(event.member()));
        };
    }
}

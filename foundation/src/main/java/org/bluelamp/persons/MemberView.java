package org.bluelamp.persons;

import java.time.Instant;
import java.util.List;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.jspecify.annotations.Nullable;

/// A member of the public as the record has them. Holds personal data: whoever shows it records the look.
public record MemberView(MemberRef member, Instant metAt, List<Link> links) {
    public MemberView {
        links = List.copyOf(links);
    }

    /// One link: what it says, who says so, who wrote it when, and whether it was withdrawn.
    public record Link(
            int link,
            Identity.Kind kind,
            String words,
            @Nullable BoroughCode borough,
            MemberEvent.SaidBy saidBy,
            ActorId by,
            Instant at,
            boolean withdrawn) {

        @Override
        public String toString() {
            return "Link[%d, %s]".formatted(link, kind);
        }
    }

    /// The name they go by, as it was last said; their pseudonym where nobody said one.
    public String name() {
        return links.stream()
                .filter(link -> link.kind() == Identity.Kind.NAME && !link.withdrawn())
                .reduce((_, later) -> later)
                .map(Link::words)
                .orElse(member.text());
    }
}

package org.bluelamp.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Looking;
import org.springframework.stereotype.Component;

/// Puts an act of looking by the signed-in person into the looking-log, before the answer.
@Component
public class Looks {

    /// The permissions whose pages show incidents or people: every such page leaves an entry (a test holds it).
    public static final Set<String> PERMISSIONS_THAT_LOOK = Set.of(
            "incident.read",
            "incident.search",
            "history.read",
            "people.read",
            "actions.read",
            "duties.read",
            "persons.read",
            "contact.read",
            "desks.read",
            "unit.read");

    private final Looking looking;
    private final Viewers viewers;

    Looks(Looking looking, Viewers viewers) {
        this.looking = looking;
        this.viewers = viewers;
    }

    /// A page was opened that shows these references; `route` is its declared pattern, e.g. `/incidents/{ref}`.
    public void page(String route, List<String> references) {
        record("page", route, references, Optional.empty());
    }

    /// The same with the reason that was asked for and given.
    public void page(String route, List<String> references, String reason) {
        record("page", route, references, Optional.of(reason));
    }

    /// A search found these references.
    public void search(String route, List<String> references) {
        record("search", route, references, Optional.empty());
    }

    /// More references than one act may list are cut at `Looking.REFERENCES_MAX`; no page shows more.
    private void record(String kind, String route, List<String> references, Optional<String> reason) {
        Viewer viewer = viewers.require();
        List<String> listed = references.stream().limit(Looking.REFERENCES_MAX).toList();
        looking.record(new Looking.Look(viewer.actor(), viewer.role(), kind, route, listed, reason));
    }
}

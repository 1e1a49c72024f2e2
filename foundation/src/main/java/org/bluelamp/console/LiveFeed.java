package org.bluelamp.console;

import java.util.List;
import org.bluelamp.journal.Recorded;

/// A slot: what an event changes on screens that show one list, for whoever may see it; a bean of the module whose
/// list it is. The list stands in the page as `<ol data-live="topic">` with rows that carry `id` and `data-rank`.
///
/// A feed reads only what the append itself has written (the event, immediate projections), so that a change is never
/// told before it can be seen. Rows carry no personal data until opened.
public interface LiveFeed<E> {

    /// The name of the list, e.g. `incidents`.
    String topic();

    /// The permission it asks for.
    String needs();

    Class<E> follows();

    /// What changes for this viewer; empty for nothing. Two viewers with the same role, borough and permissions see
    /// the same, so this is asked once for all of them.
    List<RowChange> changes(Recorded<E> recorded, Viewer viewer);
}

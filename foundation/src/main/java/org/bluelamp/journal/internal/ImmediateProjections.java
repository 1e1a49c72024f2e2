package org.bluelamp.journal.internal;

import java.util.List;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The projections that are applied inside the append itself.
@Component
final class ImmediateProjections {
    private final ObjectProvider<Projection<?>> declared;
    /// Found at the first append: the projections themselves need the journal, so they cannot be asked for before.
    private volatile List<Projection<?>> found = List.of();
    private volatile boolean looked;

    ImmediateProjections(ObjectProvider<Projection<?>> declared) {
        this.declared = declared;
    }

    private List<Projection<?>> all() {
        if (!looked) {
            found = declared.stream().filter(Projection::immediate).toList();
            looked = true;
        }
        return found;
    }

    void apply(Recorded<?> recorded) {
        all().forEach(projection -> offer(projection, recorded));
    }

    void flush() {
        all().forEach(Projection::flush);
    }

    /// Applies the entry where the projection follows events of its kind.
    static <E> void offer(Projection<E> projection, Recorded<?> recorded) {
        if (projection.follows().isInstance(recorded.event())) {
            projection.on(Recorded.of(recorded, projection.follows()));
        }
    }
}

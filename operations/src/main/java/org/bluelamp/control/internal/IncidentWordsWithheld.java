package org.bluelamp.control.internal;

import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.bluelamp.journal.Withholding.WithholdingEvent.Withheld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Takes withheld words out of the search at the moment they are withheld. Has no table of its own: a rebuild
/// of `IncidentWords` reads the words as withheld, so that there is nothing to clear here.
@Repository
class IncidentWordsWithheld implements Projection<WithholdingEvent> {
    static final String DELETE = """
            delete from control.incident_words
             where personal and position = any(cast(:positions as bigint[]))
            """;

    private final JdbcClient jdbc;

    IncidentWordsWithheld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "control/incident-words-withheld";
    }

    @Override
    public Class<WithholdingEvent> follows() {
        return WithholdingEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void clear() {}

    @Override
    public void on(Recorded<WithholdingEvent> recorded) {
        switch (recorded.event()) {
            case Withheld withheld ->
                jdbc.sql(DELETE)
                        .param("positions", withheld.positions().toArray(Long[]::new))
                        .update();
        }
    }
}

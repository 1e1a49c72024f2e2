package org.bluelamp.persons.internal;

import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.bluelamp.journal.Withholding.WithholdingEvent.Withheld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Takes withheld words out of every look-up at the moment they are withheld. Has no table of its own: a rebuild of
/// the others reads the words as withheld, so that there is nothing to clear here.
@Repository
class PersonsWithheld implements Projection<WithholdingEvent> {
    static final String DELETE_LINKS = """
            delete from persons.identity_link
             where position = any(cast(:positions as bigint[]))
            """;
    static final String DELETE_WARNINGS = """
            delete from persons.warning
             where position = any(cast(:positions as bigint[]))
            """;

    private final JdbcClient jdbc;

    PersonsWithheld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "persons/withheld";
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
            case Withheld withheld -> {
                Long[] positions = withheld.positions().toArray(Long[]::new);
                jdbc.sql(DELETE_LINKS).param("positions", positions).update();
                jdbc.sql(DELETE_WARNINGS).param("positions", positions).update();
            }
        }
    }
}

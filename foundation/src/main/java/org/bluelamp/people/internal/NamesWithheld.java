package org.bluelamp.people.internal;

import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.bluelamp.kernel.PersonalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes a name out of the list of people where the record withholds it. A rebuild finds it withheld already.
@Component
class NamesWithheld implements Projection<WithholdingEvent> {
    static final String FORGET = "update people.person set name = :mark where 'person/' || person = :stream";

    private final JdbcClient jdbc;

    NamesWithheld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "people/names-withheld";
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
    public void on(Recorded<WithholdingEvent> recorded) {
        switch (recorded.event()) {
            case WithholdingEvent.Withheld withheld ->
                jdbc.sql(FORGET)
                        .param("mark", new PersonalText.Withheld().orMark())
                        .param("stream", withheld.stream())
                        .update();
        }
    }

    @Override
    public void clear() {}
}

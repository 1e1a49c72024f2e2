package org.bluelamp.contact.internal;

import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.bluelamp.journal.Withholding.WithholdingEvent.Withheld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Takes withheld words out of every look-up, and the working paper of a withheld contact, at the moment they are
/// withheld. Has no table of its own: a rebuild of the others reads the words as withheld.
@Repository
class ContactWordsWithheld implements Projection<WithholdingEvent> {
    static final String DELETE_WORDS = """
            delete from contact.contact_words
             where position = any(cast(:positions as bigint[]))
            """;
    static final String BLANK_INCIDENTS = """
            update contact.incident_told
               set words = ''
             where position = any(cast(:positions as bigint[]))
            """;

    private final JdbcClient jdbc;
    private final Drafts drafts;

    ContactWordsWithheld(JdbcClient jdbc, Drafts drafts) {
        this.jdbc = jdbc;
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "contact/words-withheld";
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
                jdbc.sql(DELETE_WORDS).param("positions", positions).update();
                jdbc.sql(BLANK_INCIDENTS).param("positions", positions).update();
                StreamId stream = new StreamId(withheld.stream());
                if (stream.kind().equals("contact")) {
                    drafts.forget(stream.key());
                }
            }
        }
    }
}

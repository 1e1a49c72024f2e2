package org.bluelamp.control.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The words incidents are found by: a projection, changed with the entry itself, so that what was just said is
/// found. Rebuilt, it has no words that were withheld; `IncidentWordsWithheld` takes them out when it happens.
@Repository
class IncidentWords implements Projection<IncidentEvent> {
    static final String INSERT = """
            insert into control.incident_words (position, personal, incident, words)
            values (:position, :personal, :incident, :words)
            """;
    static final String CLEAR = "delete from control.incident_words";

    private final JdbcClient jdbc;

    IncidentWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "control/incident-words";
    }

    @Override
    public Class<IncidentEvent> follows() {
        return IncidentEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    @Override
    public void on(Recorded<IncidentEvent> recorded) {
        if (recorded.event() instanceof Opened opened) {
            insert(recorded, false, facts(opened.locality(), opened.ward()));
        }
        insert(recorded, true, personal(recorded.event().spoken()));
    }

    private void insert(Recorded<IncidentEvent> recorded, boolean personal, String words) {
        if (!words.isBlank()) {
            jdbc.sql(INSERT)
                    .param("position", recorded.position())
                    .param("personal", personal)
                    .param("incident", recorded.event().incident().toString())
                    .param("words", words)
                    .update();
        }
    }

    private static String facts(@Nullable String locality, @Nullable String ward) {
        return (locality == null ? "" : locality) + (ward == null ? "" : " " + ward);
    }

    private static String personal(List<PersonalText> texts) {
        return texts.stream()
                .map(text -> switch (text) {
                    case PersonalText.Known known -> known.words();
                    case PersonalText.Withheld _ -> "";
                })
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
    }
}

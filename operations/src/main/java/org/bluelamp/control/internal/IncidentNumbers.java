package org.bluelamp.control.internal;

import java.time.LocalDate;
import org.bluelamp.control.IncidentDayEvent;
import org.bluelamp.control.IncidentDayEvent.NumberGiven;
import org.bluelamp.control.decide.IncidentDay;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many numbers were given on each service day: a projection, changed with the entry itself. One entry of
/// the day's stream gives one number, so the count is also the version an opening rests on; a wrong count could
/// not give a number twice, the journal would refuse it.
@Repository
class IncidentNumbers implements Projection<IncidentDayEvent> {
    static final String GIVE = """
            insert into control.incident_day (day, given)
            values (:day, :given)
            on conflict (day) do update set given = excluded.given
            """;
    static final String GIVEN = "select given from control.incident_day where day = :day";
    static final String CLEAR = "delete from control.incident_day";

    private final JdbcClient jdbc;

    IncidentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static StreamId stream(LocalDate day) {
        return new StreamId("incident-day/" + day);
    }

    @Override
    public String name() {
        return "control/incident-numbers";
    }

    @Override
    public Class<IncidentDayEvent> follows() {
        return IncidentDayEvent.class;
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
    public void on(Recorded<IncidentDayEvent> recorded) {
        switch (recorded.event()) {
            case NumberGiven given ->
                jdbc.sql(GIVE)
                        .param("day", given.incident().day())
                        .param("given", given.incident().number())
                        .update();
        }
    }

    IncidentDay of(LocalDate day) {
        int given = jdbc.sql(GIVEN)
                .param("day", day)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new IncidentDay(day, given);
    }
}

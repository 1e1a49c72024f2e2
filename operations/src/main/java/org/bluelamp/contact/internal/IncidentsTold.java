package org.bluelamp.contact.internal;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.bluelamp.contact.CallMatching;
import org.bluelamp.contact.decide.Likeness.OpenIncident;
import org.bluelamp.contact.decide.Likeness.Telling;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What every incident was opened with, so that another caller of it is known: a projection, changed with the entry
/// itself. Whether it is still open is asked of the control room.
@Repository
class IncidentsTold implements Projection<Opened> {
    /// The most incidents one call is compared with.
    static final int COMPARED_MAX = 200;

    private static final double METRES_PER_MICRODEGREE = 0.111;
    /// One degree of longitude is at least half as long as one of latitude up to 60 degrees north.
    private static final int LONGITUDE_STRETCH = 2;

    static final String INSERT = """
            insert into contact.incident_told (incident, position, type, opened_at, latitude, longitude, words)
            values (:incident, :position, :type, :at, :latitude, :longitude, :words)
            """;
    static final String CLEAR = "delete from contact.incident_told";
    static final String NEAR = """
            select t.incident, t.type, t.opened_at, t.latitude, t.longitude,
                   t.words || ' ' || coalesce((select string_agg(w.words, ' ')
                                                 from contact.contact c
                                                 join contact.contact_words w on w.contact = c.contact
                                                where c.incident = t.incident), '') as words
              from contact.incident_told t
             where t.opened_at > :since
               and (t.latitude is null or cast(:latitude as integer) is null
                    or (abs(t.latitude - :latitude) <= :span
                        and abs(t.longitude - :longitude) <= :spanEast))
             order by t.opened_at desc, t.incident
             limit :max
            """;

    record NearRow(
            String incident,
            String type,
            OffsetDateTime openedAt,
            @Nullable Integer latitude,
            @Nullable Integer longitude,
            String words) {
        OpenIncident incidentTold() {
            return new OpenIncident(
                    IncidentRef.of(incident),
                    type,
                    openedAt.toInstant(),
                    latitude == null || longitude == null ? null : new Coordinate(latitude, longitude),
                    words);
        }
    }

    private final JdbcClient jdbc;

    IncidentsTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "contact/incidents-told";
    }

    @Override
    public Class<Opened> follows() {
        return Opened.class;
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
    public void on(Recorded<Opened> recorded) {
        Opened opened = recorded.event();
        Coordinate point = opened.point();
        jdbc.sql(INSERT)
                .param("incident", opened.incident().toString())
                .param("position", recorded.position())
                .param("type", opened.type())
                .param("at", recorded.act().happened().at().atOffset(ZoneOffset.UTC))
                .param("latitude", point == null ? null : point.latitudeMicrodegrees())
                .param("longitude", point == null ? null : point.longitudeMicrodegrees())
                .param("words", ContactWords.known(opened.said()))
                .update();
    }

    /// Incidents opened lately that are near, or have no place, the newest first.
    List<OpenIncident> near(Telling told, CallMatching rules) {
        Coordinate point = told.point();
        Duration within = rules.within();
        int span = (int) (rules.withinMetres() / METRES_PER_MICRODEGREE) + 1;
        return jdbc
                .sql(NEAR)
                .param("since", told.at().minus(within).atOffset(ZoneOffset.UTC))
                .param("latitude", point == null ? null : point.latitudeMicrodegrees())
                .param("longitude", point == null ? null : point.longitudeMicrodegrees())
                .param("span", span)
                .param("spanEast", span * LONGITUDE_STRETCH)
                .param("max", COMPARED_MAX)
                .query(NearRow.class)
                .list()
                .stream()
                .map(NearRow::incidentTold)
                .toList();
    }
}

package org.bluelamp.control.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitEvent.Assigned;
import org.bluelamp.control.UnitEvent.CameOn;
import org.bluelamp.control.UnitEvent.Progressed;
import org.bluelamp.control.UnitEvent.Released;
import org.bluelamp.control.UnitEvent.StatusSaid;
import org.bluelamp.control.UnitEvent.WentOff;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The units on duty, one row each: a projection, changed with the entry itself. What a unit does is derived
/// from the unit alone and the incident it is committed to.
@Repository
class UnitBoard implements Projection<UnitEvent> {
    static final String COME = """
            insert into control.unit_board (unit, callsign, kind, borough, crew, skills, status, incident, since, until)
            values (:unit, :callsign, :kind, :borough, :crew, :skills, 'AVAILABLE', null, :at, :until)
            """;
    static final String STATUS = """
            update control.unit_board
               set status = :status, incident = :incident, since = :at
             where unit = :unit
            """;
    static final String GO = "delete from control.unit_board where unit = :unit";
    static final String CLEAR = "delete from control.unit_board";
    private static final String COLUMNS = """
            select unit, kind, borough, array_to_string(crew, ',') as crew, array_to_string(skills, ',') as skills,
                   status, incident, since, until
              from control.unit_board
            """;
    static final String FIND = COLUMNS + " where unit = :unit";
    static final String CALLED = COLUMNS + " where callsign = :callsign order by unit desc limit 1";
    static final String ON_DUTY = COLUMNS + """
             where cast(:within as text) is null or borough is null or borough = :within
             order by callsign, unit
             limit :max
            """;
    static final String ON = COLUMNS + " where incident = :incident order by since, unit";

    record Row(
            String unit,
            String kind,
            @Nullable String borough,
            String crew,
            String skills,
            String status,
            @Nullable String incident,
            OffsetDateTime since,
            OffsetDateTime until) {

        UnitView view() {
            return new UnitView(
                    TourRef.of(unit),
                    kind,
                    borough == null ? null : new BoroughCode(borough),
                    IncidentBoard.split(crew).stream().map(ActorId::new).toList(),
                    IncidentBoard.split(skills),
                    UnitStatus.valueOf(status),
                    incident == null ? null : IncidentRef.of(incident),
                    since.toInstant(),
                    until.toInstant());
        }
    }

    private final JdbcClient jdbc;

    UnitBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "control/unit-board";
    }

    @Override
    public Class<UnitEvent> follows() {
        return UnitEvent.class;
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
    public void on(Recorded<UnitEvent> recorded) {
        switch (recorded.event()) {
            case CameOn on -> come(on, recorded);
            case Assigned assigned -> status(recorded, UnitStatus.SENT, assigned.incident());
            case Progressed progressed -> status(recorded, progressed.status(), progressed.incident());
            case Released released -> status(recorded, released.then(), null);
            case StatusSaid said -> status(recorded, said.status(), null);
            case WentOff off ->
                jdbc.sql(GO).param("unit", off.unit().toString()).update();
        }
    }

    private void come(CameOn on, Recorded<UnitEvent> recorded) {
        BoroughCode borough = on.borough();
        jdbc.sql(COME)
                .param("unit", on.unit().toString())
                .param("callsign", on.unit().callsign().text())
                .param("kind", on.kind())
                .param("borough", borough == null ? null : borough.code())
                .param("crew", on.crew().stream().map(ActorId::text).toArray(String[]::new))
                .param("skills", on.skills().toArray(String[]::new))
                .param("at", utc(recorded.act().happened().at()))
                .param("until", utc(on.until()))
                .update();
    }

    private void status(Recorded<UnitEvent> recorded, UnitStatus status, @Nullable IncidentRef incident) {
        jdbc.sql(STATUS)
                .param("unit", recorded.event().unit().toString())
                .param("status", status.name())
                .param("incident", incident == null ? null : incident.toString())
                .param("at", utc(recorded.act().happened().at()))
                .update();
    }

    Optional<UnitView> find(TourRef unit) {
        return jdbc.sql(FIND)
                .param("unit", unit.toString())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    Optional<UnitView> find(Callsign callsign) {
        return jdbc.sql(CALLED)
                .param("callsign", callsign.text())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    List<UnitView> onDuty(Sight sight) {
        BoroughCode within = sight.within();
        return jdbc
                .sql(ON_DUTY)
                .param("within", within == null ? null : within.code())
                .param("max", Units.SHOWN_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    List<UnitView> on(IncidentRef incident) {
        return jdbc.sql(ON).param("incident", incident.toString()).query(Row.class).list().stream()
                .map(Row::view)
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package org.bluelamp.workforce.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.UnitCode;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourPlan;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tours as they stand, changed with the entry itself.
@Repository
class TourTable implements Projection<TourEvent> {
    static final String PLAN = """
            insert into workforce.tour
                   (tour, day, callsign, kind, borough, command_unit, from_at, until_at, vehicle, equipment,
                    crew, stage)
            values (:tour, :day, :callsign, :kind, :borough, :commandUnit, :fromAt, :untilAt, :vehicle, :equipment,
                    '', 'PLANNED')
            """;
    static final String CREW = "update workforce.tour set crew = :crew where tour = :tour";
    static final String ON = "update workforce.tour set stage = 'ON', on_at = :at where tour = :tour";
    static final String OFF = "update workforce.tour set stage = 'OFF', off_at = :at where tour = :tour";
    static final String WITHDRAW = "update workforce.tour set stage = 'WITHDRAWN' where tour = :tour";
    static final String CLEAR = "delete from workforce.tour";
    static final String FIND = """
            select tour, kind, borough, command_unit, from_at, until_at, vehicle, equipment, crew, stage, on_at, off_at
              from workforce.tour
             where tour = :tour
            """;
    static final String ON_DUTY = """
            select tour, kind, borough, command_unit, from_at, until_at, vehicle, equipment, crew, stage, on_at, off_at
              from workforce.tour
             where on_at <= :at and (off_at is null or off_at > :at)
             order by callsign, tour
             limit :most
            """;
    static final String PLANNED = """
            select tour, kind, borough, command_unit, from_at, until_at, vehicle, equipment, crew, stage, on_at, off_at
              from workforce.tour
             where day = :day and stage <> 'WITHDRAWN'
             order by from_at, callsign, tour
             limit :most
            """;

    private record Row(
            String tour,
            String kind,
            @Nullable String borough,
            String commandUnit,
            OffsetDateTime fromAt,
            OffsetDateTime untilAt,
            @Nullable String vehicle,
            String equipment,
            String crew,
            String stage,
            @Nullable OffsetDateTime onAt,
            @Nullable OffsetDateTime offAt) {
        TourView view() {
            var plan = new TourPlan(
                    kind,
                    Optional.ofNullable(borough).map(BoroughCode::new),
                    new UnitCode(commandUnit),
                    fromAt.toInstant(),
                    untilAt.toInstant(),
                    Optional.ofNullable(vehicle),
                    equipment.isEmpty() ? Set.of() : Set.of(equipment.split(" ")));
            return new TourView(
                    TourRef.of(tour),
                    plan,
                    CrewText.read(crew),
                    TourView.Stage.valueOf(stage),
                    Optional.ofNullable(onAt).map(OffsetDateTime::toInstant),
                    Optional.ofNullable(offAt).map(OffsetDateTime::toInstant));
        }
    }

    private final JdbcClient jdbc;

    TourTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "workforce/tours";
    }

    @Override
    public Class<TourEvent> follows() {
        return TourEvent.class;
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
    public void on(Recorded<TourEvent> recorded) {
        switch (recorded.event()) {
            case TourEvent.Planned planned -> plan(planned);
            case TourEvent.Crewed crewed ->
                jdbc.sql(CREW)
                        .param("tour", crewed.tour().toString())
                        .param("crew", CrewText.of(crewed.crew()))
                        .update();
            case TourEvent.BookedOn on -> at(ON, on.tour(), on.at());
            case TourEvent.BookedOff off -> at(OFF, off.tour(), off.at());
            case TourEvent.Withdrawn withdrawn ->
                jdbc.sql(WITHDRAW).param("tour", withdrawn.tour().toString()).update();
        }
    }

    private void plan(TourEvent.Planned planned) {
        jdbc.sql(PLAN)
                .param("tour", planned.tour().toString())
                .param("day", planned.tour().day())
                .param("callsign", planned.tour().callsign().text())
                .param("kind", planned.kind())
                .param("borough", planned.borough().map(BoroughCode::code).orElse(null))
                .param("commandUnit", planned.commandUnit().code())
                .param("fromAt", Timestamp.from(planned.from()))
                .param("untilAt", Timestamp.from(planned.until()))
                .param("vehicle", planned.vehicle().orElse(null))
                .param("equipment", String.join(" ", new TreeSet<>(planned.equipment())))
                .update();
    }

    private void at(String sql, TourRef tour, Instant at) {
        jdbc.sql(sql)
                .param("tour", tour.toString())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<TourView> find(TourRef tour) {
        return jdbc.sql(FIND)
                .param("tour", tour.toString())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    List<TourView> onDuty(Instant at) {
        return jdbc
                .sql(ON_DUTY)
                .param("at", Timestamp.from(at))
                .param("most", Tours.SHOWN_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    List<TourView> planned(LocalDate day) {
        return jdbc.sql(PLANNED).param("day", day).param("most", Tours.SHOWN_MAX).query(Row.class).list().stream()
                .map(Row::view)
                .toList();
    }
}

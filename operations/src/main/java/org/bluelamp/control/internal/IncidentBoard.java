package org.bluelamp.control.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.Release;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.control.IncidentView.Stage;
import org.bluelamp.control.QueueRules;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.decide.Queue;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every incident in one row without personal data, with its place in the one queue: a projection, changed with
/// the entry itself. The rank is that of the policies in force when the event happened.
@Repository
class IncidentBoard implements Projection<IncidentEvent> {
    static final String INSERT = """
            insert into control.incident_board (incident, type, grade, stage, locality, latitude, longitude, borough,
                   ward, opened_at, attend_by, lines, last_line_at, position)
            values (:incident, :type, :grade, 'WAITING', :locality, :latitude, :longitude, :borough,
                   :ward, :at, :attendBy, 1, :at, :position)
            """;
    static final String CLEAR = "delete from control.incident_board";
    static final String LINE = """
            update control.incident_board
               set lines = :line, last_line_at = :at, position = :position
             where incident = :incident
            """;
    static final String NEAR = "update control.incident_board set near = :codes where incident = :incident";
    static final String RESTRICT = """
            update control.incident_board set restricted_to = :codes where incident = :incident
            """;
    static final String CALLER = """
            update control.incident_board set callers = callers + 1 where incident = :incident
            """;
    static final String DESK = "update control.incident_board set desk = :word where incident = :incident";
    static final String SAME = "update control.incident_board set same_as = :word where incident = :incident";
    static final String CODED = "update control.incident_board set coded = true where incident = :incident";
    static final String ASKED = """
            update control.incident_board set regrade_asked = :flag where incident = :incident
            """;
    static final String RISKS = "update control.incident_board set risks = :codes where incident = :incident";
    static final String GRADE = """
            update control.incident_board
               set grade = :word, attend_by = :attendBy, regrade_asked = false
             where incident = :incident
            """;
    static final String APPOINT = """
            update control.incident_board set attend_by = :attendBy where incident = :incident
            """;
    static final String RESULT = "update control.incident_board set result = :word where incident = :incident";
    static final String COURSE = """
            select grade, stage, array_to_string(risks, ',') as risks, opened_at, attend_by,
                   array_to_string(units, ',') as units, needs_unit, diverted_at
              from control.incident_board
             where incident = :incident
            """;
    static final String PLACE = """
            update control.incident_board
               set rank = :rank, stage = :stage, units = :units, needs_unit = :needs, diverted_at = :diverted
             where incident = :incident
            """;

    record CourseRow(
            String grade,
            String stage,
            String risks,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime attendBy,
            String units,
            boolean needsUnit,
            @Nullable OffsetDateTime divertedAt) {}

    /// The units of a row, in the order they were sent, and what that means for its stage.
    private record Units(
            List<String> units, boolean needed, @Nullable Instant divertedAt) {}

    private final JdbcClient jdbc;
    private final Policies policies;

    IncidentBoard(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    @Override
    public String name() {
        return "control/incident-board";
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
        IncidentEvent event = recorded.event();
        if (event instanceof Opened opened) {
            insert(opened, recorded);
        } else {
            jdbc.sql(LINE)
                    .param("incident", event.incident().toString())
                    .param("line", event.line())
                    .param("at", utc(recorded.act().happened().at()))
                    .param("position", recorded.position())
                    .update();
        }
        if (changed(event)) {
            place(event, recorded);
        }
    }

    private void insert(Opened opened, Recorded<IncidentEvent> recorded) {
        BoroughCode borough = opened.borough();
        Instant attendBy = opened.attendBy();
        Coordinate point = opened.point();
        jdbc.sql(INSERT)
                .param("incident", opened.incident().toString())
                .param("type", opened.type())
                .param("grade", opened.grade().code())
                .param("locality", opened.locality())
                .param("latitude", point == null ? null : point.latitudeMicrodegrees())
                .param("longitude", point == null ? null : point.longitudeMicrodegrees())
                .param("borough", borough == null ? null : borough.code())
                .param("ward", opened.ward())
                .param("at", utc(recorded.act().happened().at()))
                .param("attendBy", attendBy == null ? null : utc(attendBy))
                .param("position", recorded.position())
                .update();
    }

    /// Writes what an event says, and answers whether that may move the incident in the queue.
    private boolean changed(IncidentEvent event) {
        return switch (event) {
            case Opened _ -> true;
            case IncidentEvent.NoteAdded _, IncidentEvent.ReportedAfterClose _, IncidentEvent.NoteCorrected _ -> false;
            case IncidentEvent.LiesNear lies ->
                set(
                        event,
                        NEAR,
                        "codes",
                        lies.boroughs().stream().map(BoroughCode::code).toArray(String[]::new),
                        false);
            case IncidentEvent.Restricted restricted ->
                set(
                        event,
                        RESTRICT,
                        "codes",
                        restricted.persons().stream().map(ActorId::text).toArray(String[]::new),
                        false);
            case IncidentEvent.PassedOn passed -> {
                // Whoever covers a desk has no more than it; only a hand gives it to another.
                if (passed.why() == IncidentEvent.Passing.BY_HAND) {
                    set(event, DESK, "word", passed.to().desk(), false);
                }
                yield false;
            }
            case IncidentEvent.Assessed assessed ->
                set(
                        event,
                        RISKS,
                        "codes",
                        assessed.risks().stream().map(Risk::name).sorted().toArray(String[]::new),
                        true);
            case IncidentEvent.Regraded regraded -> {
                jdbc.sql(GRADE)
                        .param("incident", event.incident().toString())
                        .param("word", regraded.grade().code())
                        .param("attendBy", regraded.attendBy() == null ? null : utc(regraded.attendBy()))
                        .update();
                yield true;
            }
            case IncidentEvent.RegradeAsked _ -> set(event, ASKED, "flag", true, false);
            case IncidentEvent.RegradeDeclined _ -> set(event, ASKED, "flag", false, false);
            case IncidentEvent.AppointmentMade made -> set(event, APPOINT, "attendBy", utc(made.until()), true);
            case IncidentEvent.Despatch _ -> true;
            case IncidentEvent.SameAs same ->
                set(event, SAME, "word", same.other().toString(), false);
            case IncidentEvent.DuplicateLinked _, IncidentEvent.RelatedTo _ -> false;
            case IncidentEvent.CallerLinked _ -> {
                jdbc.sql(CALLER).param("incident", event.incident().toString()).update();
                yield false;
            }
            case IncidentEvent.Resulted resulted -> set(event, RESULT, "word", resulted.result(), true);
            case IncidentEvent.Closed closed -> set(event, RESULT, "word", closed.result(), true);
            case IncidentEvent.Reopened _ -> set(event, RESULT, "word", null, true);
            case IncidentEvent.Coded _ -> {
                jdbc.sql(CODED).param("incident", event.incident().toString()).update();
                yield false;
            }
        };
    }

    private boolean set(IncidentEvent event, String sql, String name, @Nullable Object value, boolean moves) {
        jdbc.sql(sql)
                .param("incident", event.incident().toString())
                .param(name, value)
                .update();
        return moves;
    }

    private void place(IncidentEvent event, Recorded<IncidentEvent> recorded) {
        CourseRow row = jdbc.sql(COURSE)
                .param("incident", event.incident().toString())
                .query(CourseRow.class)
                .single();
        Units units = units(row, event, recorded.act().happened().at());
        Stage stage = stage(row, units, event);
        jdbc.sql(PLACE)
                .param("incident", event.incident().toString())
                .param("rank", rank(event.incident(), row, stage, units, recorded))
                .param("stage", stage.name())
                .param("units", units.units().toArray(String[]::new))
                .param("needs", units.needed())
                .param("diverted", units.divertedAt() == null ? null : utc(units.divertedAt()))
                .update();
    }

    private String rank(
            IncidentRef incident, CourseRow row, Stage stage, Units units, Recorded<IncidentEvent> recorded) {
        Instant at = recorded.act().happened().at();
        var standing = new Queue.Standing(
                incident,
                new Grade(row.grade()),
                stage,
                risks(row.risks()),
                row.openedAt().toInstant(),
                row.attendBy() == null ? null : row.attendBy().toInstant(),
                units.divertedAt() != null);
        return Queue.place(
                        standing,
                        policies.inForce(GradingScheme.KIND, at).only(),
                        policies.inForce(QueueRules.KIND, at).only())
                .rank();
    }

    private static Units units(CourseRow row, IncidentEvent event, Instant at) {
        var before = new Units(
                split(row.units()),
                row.needsUnit(),
                row.divertedAt() == null ? null : row.divertedAt().toInstant());
        return switch (event) {
            case IncidentEvent.UnitAssigned e -> with(before, e.unit() + " " + UnitStatus.SENT);
            case IncidentEvent.UnitRestored e -> with(before, e.unit() + " " + e.status());
            case IncidentEvent.UnitStatusSaid e ->
                new Units(
                        before.units().stream()
                                .map(unit -> unit.startsWith(e.unit() + " ") ? e.unit() + " " + e.status() : unit)
                                .toList(),
                        before.needed(),
                        before.divertedAt());
            case IncidentEvent.UnitReleased e -> {
                List<String> left = before.units().stream()
                        .filter(unit -> !unit.startsWith(e.unit() + " "))
                        .toList();
                boolean needed = left.isEmpty() && (before.needed() || e.how() != Release.FINISHED);
                yield new Units(left, needed, needed && e.how() == Release.DIVERTED ? at : before.divertedAt());
            }
            case IncidentEvent.Reopened _ ->
                new Units(before.units(), before.units().isEmpty(), before.divertedAt());
            case IncidentEvent.Log _, IncidentEvent.Grading _, IncidentEvent.Link _, IncidentEvent.Ending _ -> before;
        };
    }

    private static Units with(Units before, String unit) {
        var all = new ArrayList<>(before.units());
        all.add(unit);
        return new Units(all, false, null);
    }

    private static Stage stage(CourseRow row, Units units, IncidentEvent event) {
        Stage before = Stage.valueOf(row.stage());
        return switch (event) {
            case IncidentEvent.Closed _ -> Stage.CLOSED;
            case IncidentEvent.Resulted _ -> Stage.RESULTED;
            case IncidentEvent.Reopened _ -> working(units);
            case IncidentEvent.Log _,
                    IncidentEvent.Grading _,
                    IncidentEvent.Despatch _,
                    IncidentEvent.Link _,
                    IncidentEvent.Coded _ ->
                before == Stage.CLOSED || before == Stage.RESULTED ? before : working(units);
        };
    }

    private static Stage working(Units units) {
        if (units.needed()) {
            return Stage.WAITING;
        }
        boolean attended = units.units().isEmpty()
                || units.units().stream()
                        .anyMatch(unit -> UnitStatus.valueOf(unit.substring(unit.indexOf(' ') + 1))
                                .arrived());
        return attended ? Stage.ATTENDED : Stage.ASSIGNED;
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    static Set<Risk> risks(String joined) {
        return split(joined).stream().map(Risk::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package org.bluelamp.control.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every incident in one row without personal data: a projection, changed with the entry itself.
@Repository
class IncidentBoard implements Projection<IncidentEvent> {
    static final String INSERT = """
            insert into control.incident_board (incident, type, grade, stage, locality, borough, ward, opened_at,
                   attend_by, lines, last_line_at, position)
            values (:incident, :type, :grade, 'OPEN', :locality, :borough, :ward, :at, :attendBy, 1, :at, :position)
            """;
    static final String LINE = """
            update control.incident_board
               set lines = :line, last_line_at = :at, position = :position
             where incident = :incident
            """;
    static final String CLOSE = """
            update control.incident_board
               set stage = 'CLOSED', result = :result
             where incident = :incident
            """;
    static final String RESTRICT = """
            update control.incident_board
               set restricted_to = cast(:persons as text[])
             where incident = :incident
            """;
    static final String CLEAR = "delete from control.incident_board";
    static final String FIND = """
            select incident, type, grade, stage, result, locality, borough, ward, opened_at, attend_by, lines,
                   last_line_at, cardinality(restricted_to) > 0 as restricted
              from control.incident_board
             where incident = :incident
               and case when cardinality(restricted_to) > 0 then :person = any(restricted_to)
                        else cast(:within as text) is null or borough is null or borough = :within end
            """;
    static final String OPEN = """
            select incident, type, grade, stage, result, locality, borough, ward, opened_at, attend_by, lines,
                   last_line_at, cardinality(restricted_to) > 0 as restricted
              from control.incident_board
             where stage = 'OPEN'
               and case when cardinality(restricted_to) > 0 then :person = any(restricted_to)
                        else cast(:within as text) is null or borough is null or borough = :within end
             order by coalesce(array_position(cast(:grades as text[]), grade), 1000), opened_at, incident
             limit :max
            """;
    static final String SEARCH = """
            with asked as (
                select term, plainto_tsquery('english', term) as query
                  from unnest(cast(:terms as text[])) as term
                 where numnode(plainto_tsquery('english', term)) > 0),
            types as (
                select code, label from unnest(cast(:codes as text[]), cast(:labels as text[])) as t(code, label)),
            matches as (
                select a.term, w.incident,
                       ts_rank(w.found, a.query) + public.word_similarity(a.term, w.words) as score
                  from asked a
                  join control.incident_words w
                    on w.found @@ a.query or a.term operator(public.<%) w.words
                union all
                select a.term, b.incident, 1
                  from asked a
                  join types t on t.label like '%' || a.term || '%'
                  join control.incident_board b on b.type = t.code),
            hits as (
                select incident, sum(score) as score
                  from matches
                 group by incident
                having count(distinct term) = (select count(*) from asked))
            select b.incident, b.type, b.grade, b.stage, b.result, b.locality, b.borough, b.ward, b.opened_at,
                   b.attend_by, b.lines, b.last_line_at, cardinality(b.restricted_to) > 0 as restricted
              from control.incident_board b
              left join hits h on h.incident = b.incident
             where (h.incident is not null or b.incident = :number)
               and case when cardinality(b.restricted_to) > 0 then :person = any(b.restricted_to)
                        else cast(:within as text) is null or b.borough is null or b.borough = :within end
             order by b.incident = :number desc, h.score desc nulls last, b.opened_at desc, b.incident
             limit :max
            """;

    record Row(
            String incident,
            String type,
            String grade,
            String stage,
            @Nullable String result,
            @Nullable String locality,
            @Nullable String borough,
            @Nullable String ward,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime attendBy,
            int lines,
            OffsetDateTime lastLineAt,
            boolean restricted) {

        IncidentView view() {
            return new IncidentView(
                    IncidentRef.of(incident),
                    type,
                    new Grade(grade),
                    stage.equals("OPEN"),
                    result,
                    locality,
                    borough == null ? null : new BoroughCode(borough),
                    ward,
                    openedAt.toInstant(),
                    attendBy == null ? null : attendBy.toInstant(),
                    lines,
                    lastLineAt.toInstant(),
                    restricted);
        }
    }

    private final JdbcClient jdbc;

    IncidentBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        switch (recorded.event()) {
            case Opened opened -> insert(opened, recorded);
            case NoteAdded note -> line(note.line(), recorded);
            case ReportedAfterClose report -> line(report.line(), recorded);
            case NoteCorrected correction -> line(correction.line(), recorded);
            case Closed closed -> {
                line(closed.line(), recorded);
                jdbc.sql(CLOSE)
                        .param("incident", closed.incident().toString())
                        .param("result", closed.result())
                        .update();
            }
            case Restricted restricted -> {
                line(restricted.line(), recorded);
                jdbc.sql(RESTRICT)
                        .param("incident", restricted.incident().toString())
                        .param(
                                "persons",
                                restricted.persons().stream().map(ActorId::text).toArray(String[]::new))
                        .update();
            }
        }
    }

    private void insert(Opened opened, Recorded<IncidentEvent> recorded) {
        BoroughCode borough = opened.borough();
        Instant attendBy = opened.attendBy();
        jdbc.sql(INSERT)
                .param("incident", opened.incident().toString())
                .param("type", opened.type())
                .param("grade", opened.grade().code())
                .param("locality", opened.locality())
                .param("borough", borough == null ? null : borough.code())
                .param("ward", opened.ward())
                .param("at", utc(recorded.act().happened().at()))
                .param("attendBy", attendBy == null ? null : utc(attendBy))
                .param("position", recorded.position())
                .update();
    }

    private void line(int line, Recorded<IncidentEvent> recorded) {
        jdbc.sql(LINE)
                .param("incident", recorded.event().incident().toString())
                .param("line", line)
                .param("at", utc(recorded.act().happened().at()))
                .param("position", recorded.position())
                .update();
    }

    Optional<IncidentView> find(IncidentRef incident, Sight sight) {
        return seen(FIND, sight)
                .param("incident", incident.toString())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    List<IncidentView> open(Sight sight, List<String> gradesByUrgency) {
        return seen(OPEN, sight)
                .param("grades", gradesByUrgency.toArray(String[]::new))
                .param("max", Incidents.BOARD_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    /// Incidents with every term in their words or the label of their type, and the one with this number. Labels are
    /// given in lower case by the code of their type.
    List<IncidentView> search(Sight sight, List<String> terms, Map<String, String> types, String number) {
        return seen(SEARCH, sight)
                .param("terms", terms.toArray(String[]::new))
                .param("codes", types.keySet().toArray(String[]::new))
                .param("labels", types.values().toArray(String[]::new))
                .param("number", number)
                .param("max", Incidents.FOUND_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    private JdbcClient.StatementSpec seen(String sql, Sight sight) {
        BoroughCode within = sight.within();
        return jdbc.sql(sql)
                .param("person", sight.person().text())
                .param("within", within == null ? null : within.code());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

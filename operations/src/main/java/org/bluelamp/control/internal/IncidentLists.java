package org.bluelamp.control.internal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.IncidentView.Committed;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Incidents as a sight reaches them, read from the board: those of its borough and near its border, those its
/// person's unit is committed to, the restricted ones it is named on.
@Repository
class IncidentLists {
    private static final String COLUMNS = """
            select b.incident, b.type, b.grade, b.stage, b.result, b.locality, b.latitude, b.longitude, b.borough,
                   b.ward, b.opened_at, b.attend_by, b.lines, b.last_line_at,
                   cardinality(b.restricted_to) > 0 as restricted, array_to_string(b.risks, ',') as risks, b.callers,
                   array_to_string(b.units, ',') as units, b.diverted_at, b.desk, b.same_as, b.coded, b.regrade_asked
            """;
    private static final String SEEN = """
             case when cardinality(b.restricted_to) > 0 then :person = any(b.restricted_to)
                  else cast(:within as text) is null or b.borough is null or b.borough = :within
                       or :within = any(b.near)
                       or exists (select 1 from control.unit_board u
                                   where u.incident = b.incident and :person = any(u.crew)) end
            """;
    static final String FIND = COLUMNS + " from control.incident_board b where b.incident = :incident and " + SEEN;
    static final String OPEN = COLUMNS + " from control.incident_board b where b.stage <> 'CLOSED' and " + SEEN
            + " order by b.rank limit :max";
    static final String CREWING = """
            select exists (
                select 1
                  from control.unit_board u
                  join control.incident_board b on b.incident = u.incident
                 where u.incident = :incident and :person = any(u.crew) and cardinality(b.restricted_to) = 0)
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
            """ + COLUMNS + """
              from control.incident_board b
              left join hits h on h.incident = b.incident
             where (h.incident is not null or b.incident = :number)
               and
            """ + SEEN + """
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
            @Nullable Integer latitude,
            @Nullable Integer longitude,
            @Nullable String borough,
            @Nullable String ward,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime attendBy,
            int lines,
            OffsetDateTime lastLineAt,
            boolean restricted,
            String risks,
            int callers,
            String units,
            @Nullable OffsetDateTime divertedAt,
            @Nullable String desk,
            @Nullable String sameAs,
            boolean coded,
            boolean regradeAsked) {

        IncidentView view() {
            return new IncidentView(
                    IncidentRef.of(incident),
                    type,
                    new Grade(grade),
                    IncidentView.Stage.valueOf(stage),
                    result,
                    locality,
                    latitude == null || longitude == null ? null : new Coordinate(latitude, longitude),
                    borough == null ? null : new BoroughCode(borough),
                    ward,
                    openedAt.toInstant(),
                    attendBy == null ? null : attendBy.toInstant(),
                    lines,
                    lastLineAt.toInstant(),
                    restricted,
                    IncidentBoard.risks(risks),
                    callers,
                    IncidentBoard.split(units).stream().map(Row::committed).toList(),
                    divertedAt == null ? null : divertedAt.toInstant(),
                    desk,
                    sameAs == null ? null : IncidentRef.of(sameAs),
                    coded,
                    regradeAsked);
        }

        private static Committed committed(String unit) {
            int space = unit.indexOf(' ');
            return new Committed(TourRef.of(unit.substring(0, space)), UnitStatus.valueOf(unit.substring(space + 1)));
        }
    }

    private final JdbcClient jdbc;

    IncidentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<IncidentView> find(IncidentRef incident, Sight sight) {
        return seen(FIND, sight)
                .param("incident", incident.toString())
                .query(Row.class)
                .optional()
                .map(Row::view);
    }

    /// Whether the person's unit is committed to it, and it is not restricted.
    boolean crewing(IncidentRef incident, Sight sight) {
        return jdbc.sql(CREWING)
                .param("incident", incident.toString())
                .param("person", sight.person().text())
                .query(Boolean.class)
                .single();
    }

    /// Open incidents in the order of the queue.
    List<IncidentView> open(Sight sight, int max) {
        return seen(OPEN, sight).param("max", max).query(Row.class).list().stream()
                .map(Row::view)
                .toList();
    }

    /// Incidents with every term in their words or the label of their type, and the one with this number.
    /// Labels are given in lower case by the code of their type.
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
}

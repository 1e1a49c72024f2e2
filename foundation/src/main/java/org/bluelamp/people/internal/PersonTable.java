package org.bluelamp.people.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is in the service, with ranks, posts and line of command, in the transaction that changes them.
@Component
class PersonTable implements Projection<PersonEvent> {
    static final String JOIN = """
            insert into people.person (person, name, service, joined_on)
            values (:person, :name, :service, :joinedOn)
            """;
    static final String RANK = """
            insert into people.person_rank (person, rank, from_day, position)
            values (:person, :rank, :fromDay, :position)
            """;
    static final String POST = """
            insert into people.post (person, post, role, unit, borough, from_day)
            values (:person, :post, :role, :unit, :borough, :fromDay)
            """;
    static final String END_POST = "update people.post set last_day = :lastDay where person = :person and post = :post";
    static final String LINE = """
            insert into people.line (person, answers_to, from_day, position)
            values (:person, :answersTo, :fromDay, :position)
            """;
    static final String LEAVE = "update people.person set last_day = :lastDay where person = :person";
    static final String CLEAR = "delete from people.person";
    static final String PEOPLE = """
            select p.person, p.name, p.service, p.joined_on,
                   (select r.rank from people.person_rank r
                     where r.person = p.person and r.from_day <= :day
                     order by r.from_day desc, r.position desc limit 1) as rank,
                   (select l.answers_to from people.line l
                     where l.person = p.person and l.from_day <= :day
                     order by l.from_day desc, l.position desc limit 1) as answers_to
              from people.person p
             where p.joined_on <= :day
               and (p.last_day is null or p.last_day >= :day)
               and (cast(:person as text) is null or p.person = :person)
               and (cast(:role as text) is null or exists (
                       select 1 from people.post h
                        where h.person = p.person and h.role = :role and h.from_day <= :day
                          and (h.last_day is null or h.last_day >= :day)))
             order by p.name, p.person
             limit :most
            """;
    static final String POSTS = """
            select person, post, role, unit, borough, from_day
              from people.post
             where from_day <= :day
               and (last_day is null or last_day >= :day)
               and (cast(:person as text) is null or person = :person)
             order by person, post
            """;

    private record Row(
            String person,
            String name,
            String service,
            LocalDate joinedOn,
            @Nullable String rank,
            @Nullable String answersTo) {}

    private record PostRow(
            String person,
            int post,
            String role,
            String unit,
            @Nullable String borough,
            LocalDate fromDay) {
        PersonView.Post view() {
            return new PersonView.Post(
                    post,
                    new RoleCode(role),
                    new UnitCode(unit),
                    Optional.ofNullable(borough).map(BoroughCode::new),
                    fromDay);
        }
    }

    private final JdbcClient jdbc;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "people/people";
    }

    @Override
    public Class<PersonEvent> follows() {
        return PersonEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void on(Recorded<PersonEvent> recorded) {
        String person = recorded.event().person().text();
        switch (recorded.event()) {
            case PersonEvent.Joined joined -> {
                jdbc.sql(JOIN)
                        .param("person", person)
                        .param("name", joined.name().orMark())
                        .param("service", joined.service().name())
                        .param("joinedOn", joined.from())
                        .update();
                rank(person, joined.rank(), joined.from(), recorded.position());
            }
            case PersonEvent.RankTaken taken -> rank(person, taken.rank(), taken.from(), recorded.position());
            case PersonEvent.Posted posted ->
                jdbc.sql(POST)
                        .param("person", person)
                        .param("post", posted.post())
                        .param("role", posted.role().code())
                        .param("unit", posted.unit().code())
                        .param(
                                "borough",
                                posted.borough().map(BoroughCode::code).orElse(null))
                        .param("fromDay", posted.from())
                        .update();
            case PersonEvent.PostEnded ended ->
                jdbc.sql(END_POST)
                        .param("person", person)
                        .param("post", ended.post())
                        .param("lastDay", ended.lastDay())
                        .update();
            case PersonEvent.LineSet line ->
                jdbc.sql(LINE)
                        .param("person", person)
                        .param("answersTo", line.answersTo().text())
                        .param("fromDay", line.from())
                        .param("position", recorded.position())
                        .update();
            case PersonEvent.Left left ->
                jdbc.sql(LEAVE)
                        .param("person", person)
                        .param("lastDay", left.lastDay())
                        .update();
        }
    }

    private void rank(String person, String rank, LocalDate from, long position) {
        jdbc.sql(RANK)
                .param("person", person)
                .param("rank", rank)
                .param("fromDay", from)
                .param("position", position)
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    List<PersonView> on(LocalDate day, Optional<PersonId> person, Optional<RoleCode> role) {
        String only = person.map(PersonId::text).orElse(null);
        Map<String, List<PostRow>> posts =
                jdbc.sql(POSTS).param("day", day).param("person", only).query(PostRow.class).list().stream()
                        .collect(Collectors.groupingBy(PostRow::person));
        return jdbc
                .sql(PEOPLE)
                .param("day", day)
                .param("person", only)
                .param("role", role.map(RoleCode::code).orElse(null))
                .param("most", People.SHOWN_MAX)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> view(row, posts.getOrDefault(row.person(), List.of())))
                .toList();
    }

    private static PersonView view(Row row, List<PostRow> posts) {
        return new PersonView(
                new PersonId(row.person()),
                row.name(),
                PersonEvent.Service.valueOf(row.service()),
                row.rank() == null ? "" : row.rank(),
                row.joinedOn(),
                Optional.ofNullable(row.answersTo()).map(PersonId::new),
                posts.stream().map(PostRow::view).toList());
    }
}

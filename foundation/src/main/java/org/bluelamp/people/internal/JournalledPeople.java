package org.bluelamp.people.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRefusal;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.people.decide.DecidePerson;
import org.bluelamp.people.decide.DecidePerson.Around;
import org.bluelamp.people.decide.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JournalledPeople implements People {
    static final String NEXT = "update people.person_number set last = last + 1 returning last";

    private final Journal journal;
    private final PersonTable table;
    private final Roles roles;
    private final ServiceClock clock;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    JournalledPeople(
            Journal journal,
            PersonTable table,
            Roles roles,
            ServiceClock clock,
            JdbcClient jdbc,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.journal = journal;
        this.table = table;
        this.roles = roles;
        this.clock = clock;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Override
    public PersonId nextId() {
        return PersonId.of(jdbc.sql(NEXT).query(Integer.class).single());
    }

    @Override
    public Decision<PersonEvent, PersonRefusal> handle(PersonRequest request, Act act) {
        return Journal.retrying(_ -> {
            var read = journal.read(new StreamId("person/" + request.person()), PersonEvent.class);
            var decision = DecidePerson.decide(Person.from(read.events()), request, around(request));
            if (decision instanceof Decision.Accepted<PersonEvent, PersonRefusal>(List<PersonEvent> events)) {
                journal.append(Append.by(act).restingOn(read).writeAll(read.stream(), events));
            }
            return decision;
        });
    }

    private Around around(PersonRequest request) {
        return switch (request) {
            case PersonRequest.Post post -> new Around(roles.find(post.role()), List.of());
            case PersonRequest.SetLine line -> new Around(Optional.empty(), lineOf(line.answersTo()));
            case PersonRequest.Join _, PersonRequest.TakeRank _, PersonRequest.EndPost _, PersonRequest.Leave _ ->
                new Around(Optional.<Role>empty(), List.of());
        };
    }

    @Override
    public Optional<PersonView> find(PersonId person) {
        return table.on(today(), Optional.of(person), Optional.empty()).stream().findFirst();
    }

    @Override
    public List<PersonView> all() {
        return table.on(today(), Optional.empty(), Optional.empty());
    }

    @Override
    public List<PersonView> holding(RoleCode role) {
        return table.on(today(), Optional.empty(), Optional.of(role));
    }

    @Override
    public List<PersonId> lineOf(PersonId person) {
        var line = new ArrayList<PersonId>();
        Optional<PersonId> next = find(person).flatMap(PersonView::answersTo);
        while (next.isPresent() && line.size() < LINE_MAX && !line.contains(next.get())) {
            line.add(next.get());
            next = find(next.get()).flatMap(PersonView::answersTo);
        }
        return line;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), zone);
    }
}

package org.bluelamp.simulation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.UnitCode;

/// The administrator who takes people on until the control room and the borough's three teams are full.
final class Recruits implements Actor {
    /// Three teams of 22, so that about twenty units are on at any time.
    static final int OFFICERS = 66;

    /// So that the room goes on where visitors sit in some of its chairs.
    static final int ROOM = 8;

    private static final UnitCode ROOM_UNIT = new UnitCode("CONTROL-ROOM");
    private static final int JOIN_IN_A_STEP = 4;
    private static final List<String> FIRST = List.of(
            "Ada", "Bo", "Cass", "Dot", "Ellis", "Fenn", "Gil", "Hale", "Ivo", "Jules", "Kerr", "Lux", "Merle", "Noor",
            "Orla", "Perry", "Quill", "Rae", "Sol", "Teal", "Una", "Vesper");
    private static final List<String> LAST = List.of("Lampwright", "Tallow", "Gaslight", "Brazier");

    /// One kind of post to fill: how many there are to be, and to whom they answer.
    private record Post(String role, UnitCode unit, Optional<BoroughCode> borough, int wanted, String answersTo) {
        boolean officer() {
            return borough.isPresent();
        }
    }

    private final People people;
    private final Cast cast;
    private final Outcomes outcomes;
    private final ZoneId zone;
    private final List<Post> open = new ArrayList<>();

    Recruits(People people, Cast cast, Outcomes outcomes, UnitCode commandUnit, Planner.Home home) {
        this.people = people;
        this.cast = cast;
        this.outcomes = outcomes;
        this.zone = home.zone();
        open.add(new Post("COMMUNICATIONS_OFFICER", ROOM_UNIT, Optional.empty(), ROOM, "OM_SUPERVISOR"));
        open.add(new Post("RESPONSE_OFFICER", commandUnit, Optional.of(home.borough()), OFFICERS, "PATROL_SERGEANT"));
    }

    @Override
    public void act(Instant now) {
        if (open.isEmpty()) {
            return;
        }
        Post post = open.getFirst();
        int there = (int) cast.everybody(post.role()).stream()
                .filter(seat -> seat.borough().equals(post.borough()))
                .count();
        int wanted = Math.min(JOIN_IN_A_STEP, post.wanted() - there);
        if (wanted <= 0) {
            open.removeFirst();
            return;
        }
        cast.one("ADMINISTRATOR", Optional.empty(), 0).ifPresent(seat -> {
            for (int i = 0; i < wanted; i++) {
                join(post, there + i, seat, now);
            }
        });
        cast.forget();
    }

    private void join(Post post, int number, Seat by, Instant now) {
        PersonId person = people.nextId();
        LocalDate today = LocalDate.ofInstant(now, zone);
        int name = post.officer() ? number : OFFICERS + number;
        var words = PersonalText.of(FIRST.get(name % FIRST.size()) + " " + LAST.get(name / FIRST.size() % LAST.size()));
        var service = post.officer() ? PersonEvent.Service.OFFICER : PersonEvent.Service.STAFF;
        var join = new PersonRequest.Join(person, words, service, post.officer() ? "Constable" : "Staff", today);
        var posted = new PersonRequest.Post(person, new RoleCode(post.role()), post.unit(), post.borough(), today);
        outcomes.ask("people joined", () -> people.handle(join, by.act(now)));
        outcomes.ask("people posted", () -> people.handle(posted, by.act(now)));
        cast.everybody(post.answersTo()).stream()
                .filter(seat -> seat.borough().equals(post.borough()))
                .findFirst()
                .ifPresent(above -> {
                    var line = new PersonRequest.SetLine(person, above.person(), today);
                    outcomes.ask("lines of command set", () -> people.handle(line, by.act(now)));
                });
    }
}

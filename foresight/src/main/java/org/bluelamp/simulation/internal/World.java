package org.bluelamp.simulation.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.contact.Contacts;
import org.bluelamp.control.UnitView;
import org.bluelamp.desks.Desks;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.People;
import org.bluelamp.people.Presence;
import org.bluelamp.people.UnitCode;
import org.bluelamp.workforce.Tours;

/// Everybody of the demo world, in the order in which they act in a step.
final class World {
    /// About as many telephone calls as a central borough has on a day.
    static final int CALLS_A_DAY = 340;

    private static final BoroughCode WESTMINSTER = new BoroughCode(Material.WESTMINSTER);
    private static final UnitCode BOROUGH_UNIT = new UnitCode("BOCU-WESTMINSTER");

    private final Cast cast;
    private final Outcomes outcomes;
    private final Room room;
    private final Set<TourRef> committed = new HashSet<>();
    private final List<Actor> actors;
    private final Exchange exchange;
    private boolean begun;

    /// What the world is made from: the ways in, and the chance it follows.
    record Parts(Room room, Tours tours, People people, Calls calls, Presence presence, ZoneId zone) {}

    /// How calls come in, what is looked up while somebody speaks, and where one sits.
    record Calls(Contacts contacts, Gazetteer gazetteer, Desks desks) {}

    World(Parts parts, long seed, Outcomes outcomes) {
        this.room = parts.room();
        this.outcomes = outcomes;
        this.cast = new Cast(parts.people(), parts.presence());
        Places places = Material.places();
        var home = new Planner.Home(WESTMINSTER, parts.zone());
        var officers = new OfficerModel(seed, Material.scenes());
        var takers = new CallTakerModel(seed);
        var callers = new CallerModel(
                seed, new CallerModel.Borough(Material.demand(), places, Material.words(), CALLS_A_DAY), parts.zone());
        Contacts contacts = parts.calls().contacts();
        this.exchange = new Exchange(contacts, outcomes, callers, seed);
        var moves = new Moves(room, places, seed);
        var roster = new RosterModel(WESTMINSTER, BOROUGH_UNIT, parts.zone());
        this.actors = List.of(
                new Recruits(parts.people(), cast, outcomes, BOROUGH_UNIT, home),
                new Planner(parts.tours(), cast, outcomes, roster, home),
                new Crews(parts.tours(), cast, outcomes, officers, committed::contains, parts.zone()),
                new Seating(parts.calls().desks(), cast, outcomes),
                exchange,
                new CallTakers(
                        new CallTakers.Desk(contacts, parts.calls().gazetteer(), room.policies()),
                        cast,
                        outcomes,
                        exchange,
                        takers),
                new Despatchers(room, cast, outcomes, new DespatcherModel(seed), officers, moves::where),
                new Officers(room, cast, outcomes, officers, moves),
                new DeskOfficers(room, cast, outcomes, takers, officers));
    }

    /// Everybody does what is due at that time of the service.
    void step(Instant now) {
        cast.look(now);
        committed.clear();
        Optional<Seat> eyes = cast.everybody("COMMUNICATIONS_OFFICER").stream().findFirst();
        eyes.ifPresent(seat -> begin(seat, now));
        eyes.ifPresent(seat -> committed.addAll(room.units().onDuty(seat.sight()).stream()
                .filter(unit -> unit.incident() != null)
                .map(UnitView::unit)
                .collect(Collectors.toSet())));
        actors.forEach(actor -> actor.act(now));
    }

    private void begin(Seat seat, Instant now) {
        if (!begun) {
            begun = true;
            if (room.incidents().open(seat.sight(), 1).isEmpty()) {
                exchange.open(now);
            }
        }
    }

    Outcomes outcomes() {
        return outcomes;
    }

    Cast cast() {
        return cast;
    }
}

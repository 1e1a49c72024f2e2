package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.Channel;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;

/// Call takers who answer, ask and open incidents; what a second caller says about the same thing they write into the
/// log of the first.
final class CallTakers implements Actor {
    private static final String ROLE = "COMMUNICATIONS_OFFICER";
    /// A call that nobody took for so long, because the world stood still, was never made.
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(15);

    /// The most calls that are remembered as taken.
    private static final int REMEMBERED_MAX = 2_000;

    private final Incidents incidents;
    private final Gazetteer gazetteer;
    private final Cast cast;
    private final Outcomes outcomes;
    private final CallerModel callers;
    private final CallTakerModel model;
    private final Map<String, Optional<IncidentRef>> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<IncidentRef>> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };
    private final List<Call> opening = new ArrayList<>();
    private boolean begun;

    /// The part of the world call takers use.
    record Desk(Incidents incidents, Gazetteer gazetteer) {}

    CallTakers(Desk desk, Cast cast, Outcomes outcomes, CallerModel callers, CallTakerModel model) {
        this.incidents = desk.incidents();
        this.gazetteer = desk.gazetteer();
        this.cast = cast;
        this.outcomes = outcomes;
        this.callers = callers;
        this.model = model;
    }

    @Override
    public void act(Instant now) {
        begin(now);
        var calls = new ArrayList<>(opening);
        calls.addAll(callers.calls(now.minus(GIVEN_UP_AFTER), now));
        for (Call call : calls) {
            Instant due = call.at().plus(model.answersAfter(call)).plus(model.opensAfter(call));
            if (!taken.containsKey(call.id()) && !due.isAfter(now)) {
                cast.one(ROLE, Optional.empty(), call.id().hashCode())
                        .ifPresent(seat -> taken.put(call.id(), take(call, seat, now)));
            }
        }
    }

    /// Where the room is empty at the beginning, a few calls come at once.
    private void begin(Instant now) {
        if (!begun) {
            begun = true;
            cast.everybody(ROLE).stream()
                    .findFirst()
                    .filter(seat -> incidents.open(seat.sight(), 1).isEmpty())
                    .ifPresent(_ -> opening.addAll(callers.opening(now)));
        }
        opening.removeIf(call -> call.at().isBefore(now.minus(GIVEN_UP_AFTER)));
    }

    private Optional<IncidentRef> take(Call call, Seat seat, Instant now) {
        Optional<IncidentRef> first = call.first().flatMap(id -> taken.getOrDefault(id, Optional.empty()));
        return first.isPresent() ? note(first.get(), call, seat, now) : open(call, seat, now);
    }

    private Optional<IncidentRef> note(IncidentRef incident, Call call, Seat seat, Instant now) {
        var request = new IncidentRequest.LinkCaller(
                seat.asked(EnteredHow.SCREEN, now, "call-" + call.id()),
                incident,
                "call-" + call.id(),
                channel(call),
                call.number(),
                call.said());
        outcomes.ask("further callers linked", () -> incidents.handle(request));
        return Optional.of(incident);
    }

    private Optional<IncidentRef> open(Call call, Seat seat, Instant now) {
        var request = new IncidentRequest.Open(
                seat.asked(EnteredHow.SCREEN, now, "call-" + call.id()),
                call.type(),
                null,
                place(call),
                call.said(),
                call.number(),
                channel(call),
                Suited.risks(call.type()),
                null);
        return outcomes.ask("calls taken", () -> incidents.handle(request))
                .map(List::getFirst)
                .map(IncidentEvent::incident);
    }

    private static Channel channel(Call call) {
        return call.emergency() ? Channel.EMERGENCY_CALL : Channel.NON_EMERGENCY_CALL;
    }

    /// What the gazetteer makes of the caller's words; where it offers several, the one the caller means.
    private PlaceGiven place(Call call) {
        return switch (gazetteer.resolve(call.address())) {
            case Resolution.Found(Place place) -> located(call, place);
            case Resolution.Choose(List<Place> places) ->
                places.stream()
                        .min(java.util.Comparator.comparingDouble(
                                place -> Places.metres(place.at(), call.street().at())))
                        .map(place -> located(call, place))
                        .orElseGet(() -> new PlaceGiven.Described(call.address()));
            case Resolution.Unknown _ -> new PlaceGiven.Described(call.address());
        };
    }

    private static PlaceGiven located(Call call, Place place) {
        String ward = place.ward().map(area -> area.name() + ", ").orElse("");
        String borough = place.borough().map(Area::name).orElse("");
        return new PlaceGiven.Located(
                call.address(),
                "%s, %s%s".formatted(place.name(), ward, borough),
                place.at(),
                place.borough().map(area -> new BoroughCode(area.code().text())).orElse(null),
                place.ward().map(area -> area.code().text()).orElse(null),
                place.ward().or(place::borough).map(Area::version).orElse(null));
    }
}

package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitView;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.PersonId;

/// Crews on duty: they acknowledge, drive, arrive, deal with it, say what came of it, take the detained to custody, go
/// back on patrol, and have their meal.
final class Officers implements Actor {
    private static final Duration CUSTODY = Duration.ofMinutes(50);
    private static final Duration BREATH = Duration.ofSeconds(90);
    /// After this long past its wish a crew has missed its meal.
    private static final Duration MEAL_WAITS = Duration.ofMinutes(40);

    private final Room room;
    private final Cast cast;
    private final Outcomes outcomes;
    private final OfficerModel model;
    private final Moves moves;

    Officers(Room room, Cast cast, Outcomes outcomes, OfficerModel model, Moves moves) {
        this.room = room;
        this.cast = cast;
        this.outcomes = outcomes;
        this.model = model;
        this.moves = moves;
    }

    @Override
    public void act(Instant now) {
        Optional<Seat> eyes = cast.everybody("COMMUNICATIONS_OFFICER").stream().findFirst();
        if (eyes.isEmpty()) {
            return;
        }
        List<UnitView> units = room.units().onDuty(eyes.get().sight());
        Map<IncidentRef, IncidentView> open =
                room.open(eyes.get()).stream().collect(Collectors.toMap(IncidentView::incident, Function.identity()));
        for (UnitView unit : units) {
            if (unit.crew().stream().noneMatch(cast::visits)) {
                act(unit, open, now);
            }
        }
        moves.report(units, now);
    }

    private void act(UnitView unit, Map<IncidentRef, IncidentView> open, Instant now) {
        IncidentRef ref = unit.incident();
        if (ref == null) {
            alone(unit, now);
            return;
        }
        IncidentView incident = open.get(ref);
        if (incident != null) {
            onIncident(unit, incident, now);
        }
    }

    private void onIncident(UnitView unit, IncidentView incident, Instant now) {
        IncidentRef ref = incident.incident();
        switch (unit.status()) {
            case SENT -> {
                if (!unit.since()
                        .plus(model.acknowledgesAfter(unit.unit(), ref))
                        .isAfter(now)) {
                    say(unit, incident, UnitStatus.ON_THE_WAY, now);
                }
            }
            case ON_THE_WAY -> {
                Instant setsOutAt = unit.since().plus(model.setsOutAfter(unit.unit(), ref));
                if (moves.arrives(unit, incident, setsOutAt, now)) {
                    say(unit, incident, UnitStatus.AT_SCENE, now);
                }
            }
            case AT_SCENE, DEPLOYABLE -> {
                moves.stays(unit);
                if (!unit.since()
                        .plus(model.staysFor(unit.unit(), ref, incident.type()))
                        .isAfter(now)) {
                    leaves(unit, incident, now);
                }
            }
            case CUSTODY -> {
                moves.stays(unit);
                if (!unit.since().plus(CUSTODY).isAfter(now)) {
                    finish(unit, incident, now);
                }
            }
            case AVAILABLE, PATROLLING, AT_STATION, MEAL_BREAK, NOT_AVAILABLE -> {}
        }
    }

    /// Whoever was there first says what came of it, and takes whom they arrested to custody.
    private void leaves(UnitView unit, IncidentView incident, Instant now) {
        String result = model.result(incident.incident(), incident.type());
        boolean first = incident.units().getFirst().unit().equals(unit.unit());
        boolean alone = incident.units().size() == 1;
        if (incident.stage() != IncidentView.Stage.RESULTED && (first || alone)) {
            var asked = seat(unit).asked(EnteredHow.TERMINAL, now, key("result", unit, now));
            var request = new IncidentRequest.SayResult(asked, incident.incident(), result, Suited.words(result));
            outcomes.ask("results said", () -> room.incidents().handle(request));
        }
        if (first && result.equals("ARREST")) {
            say(unit, incident, UnitStatus.CUSTODY, now);
        } else {
            finish(unit, incident, now);
        }
    }

    private void finish(UnitView unit, IncidentView incident, Instant now) {
        var asked = seat(unit).asked(EnteredHow.TERMINAL, now, key("finish", unit, now));
        var request = new IncidentRequest.Finish(asked, incident.incident(), unit.unit());
        outcomes.ask("units finished", () -> room.incidents().handle(request));
    }

    private void say(UnitView unit, IncidentView incident, UnitStatus status, Instant now) {
        var asked = seat(unit)
                .asked(EnteredHow.TERMINAL, now, key(status.name().toLowerCase(java.util.Locale.ROOT), unit, now));
        var request = new IncidentRequest.SayStatus(asked, incident.incident(), unit.unit(), status, now);
        outcomes.ask("statuses said", () -> room.incidents().handle(request));
    }

    private void alone(UnitView unit, Instant now) {
        if (unit.status() == UnitStatus.MEAL_BREAK) {
            moves.stays(unit);
            if (!unit.since().plus(OfficerModel.MEAL).isAfter(now)) {
                say(unit, UnitStatus.PATROLLING, now);
            }
            return;
        }
        if (!Moves.moves(unit.status())) {
            moves.stays(unit);
            return;
        }
        if (hungry(unit, now)) {
            say(unit, UnitStatus.MEAL_BREAK, now);
        } else if (unit.status() == UnitStatus.AVAILABLE
                && !unit.since().plus(BREATH).isAfter(now)) {
            say(unit, UnitStatus.PATROLLING, now);
        }
        moves.patrols(unit, now);
    }

    private boolean hungry(UnitView unit, Instant now) {
        Instant from = unit.until().minus(Duration.ofHours(8));
        return model.mealAt(unit.unit(), from, unit.until())
                .filter(at -> !now.isBefore(at) && now.isBefore(at.plus(MEAL_WAITS)))
                .isPresent();
    }

    private void say(UnitView unit, UnitStatus status, Instant now) {
        var asked = seat(unit).asked(EnteredHow.TERMINAL, now, key("say", unit, now));
        outcomes.ask("statuses said", () -> room.units().handle(new UnitRequest.Say(asked, unit.unit(), status)));
    }

    private static String key(String what, UnitView unit, Instant now) {
        return "%s-%s-%d".formatted(what, unit.unit(), now.toEpochMilli());
    }

    /// The first of the crew, at the terminal in the car.
    private static Seat seat(UnitView unit) {
        var first = new PersonId(unit.crew().getFirst().text());
        return new Seat(first, new RoleCode("RESPONSE_OFFICER"), Optional.ofNullable(unit.borough()));
    }
}

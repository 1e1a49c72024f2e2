package org.bluelamp.control.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Channel;
import org.bluelamp.control.FixedPolicies;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Despatch;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.UnitAssigned;
import org.bluelamp.control.IncidentEvent.UnitReleased;
import org.bluelamp.control.IncidentEvent.UnitRestored;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest.Assign;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.Divert;
import org.bluelamp.control.IncidentRequest.Finish;
import org.bluelamp.control.IncidentRequest.LinkDuplicate;
import org.bluelamp.control.IncidentRequest.Reopen;
import org.bluelamp.control.IncidentRequest.SayStatus;
import org.bluelamp.control.IncidentRequest.StandDown;
import org.bluelamp.control.IncidentRequest.Undo;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.junit.jupiter.api.Test;

/// Whatever is asked in whatever order: a unit and its incident never disagree, and no unit is on two.
class DespatchPropertiesTest {
    private static final long SEED = 20_261_122;
    private static final int CASES = 1_000;
    private static final int STEPS = 40;
    private static final List<TourRef> UNITS = IntStream.rangeClosed(1, 4)
            .mapToObj(number -> TourRef.of("2026-11-22-MP1%d-1".formatted(number)))
            .toList();
    private static final List<IncidentRef> INCIDENTS = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> IncidentRef.of("2026-11-22-" + number))
            .toList();
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    /// A small room in memory: what was recorded, and who despatched last where.
    private static final class Room {
        private final Map<IncidentRef, List<IncidentEvent>> logs = new HashMap<>();
        private final Map<TourRef, List<UnitEvent>> tours = new HashMap<>();
        private final Map<IncidentRef, Before.LastDespatch> last = new HashMap<>();

        Incident incident(IncidentRef ref) {
            return Incident.from(logs.get(ref));
        }

        Unit unit(TourRef ref) {
            return Unit.from(tours.getOrDefault(ref, List.of()));
        }

        void ask(Change request) {
            var incidents = new HashMap<IncidentRef, Incident>();
            INCIDENTS.forEach(ref -> incidents.put(ref, incident(ref)));
            var units = new HashMap<TourRef, Unit>();
            UNITS.forEach(ref -> units.put(ref, unit(ref)));
            var before = new Before(
                    incidents,
                    units,
                    Optional.of(START),
                    Optional.ofNullable(last.get(request.incident())),
                    false,
                    Given.rules(FixedPolicies.SCHEME));
            if (Decide.change(request, before)
                    instanceof Decision.Accepted<IncidentEvent, IncidentRefusal>(List<IncidentEvent> events)) {
                events.forEach(this::record);
                remember(request, events);
            }
        }

        private void record(IncidentEvent event) {
            logs.get(event.incident()).add(event);
            if (event instanceof Despatch despatch) {
                for (UnitEvent told : unit(despatch.unit()).told(despatch)) {
                    tours.get(despatch.unit()).add(told);
                }
            }
        }

        private void remember(Change request, List<IncidentEvent> events) {
            var sent = new ArrayList<Despatch>();
            for (IncidentEvent event : events) {
                boolean despatch =
                        event instanceof UnitAssigned || event instanceof UnitReleased || event instanceof UnitRestored;
                if (despatch && event.incident().equals(request.incident())) {
                    sent.add((Despatch) event);
                }
            }
            if (!sent.isEmpty()) {
                last.put(
                        request.incident(),
                        new Before.LastDespatch(
                                request.asked().by(), request.asked().at(), sent));
            }
        }

        void ask(UnitRequest request) {
            Unit unit = unit(request.unit());
            if (Decide.unit(unit, request)
                    instanceof Decision.Accepted<UnitEvent, IncidentRefusal>(List<UnitEvent> events)) {
                if (request instanceof UnitRequest.GoOff
                        && unit instanceof Unit.Committed on
                        && incident(on.incident()) instanceof Incident.Open open) {
                    record(Decide.wentOff(open, request.unit()));
                }
                tours.computeIfAbsent(request.unit(), _ -> new ArrayList<>()).addAll(events);
            }
        }
    }

    @Test
    void a_unit_is_on_one_incident_at_most_and_both_say_the_same() {
        for (int run = 0; run < CASES; run++) {
            var random = new Random(SEED + run);
            Room room = opened();
            for (int step = 0; step < STEPS; step++) {
                Instant at = START.plusSeconds(10L * step);
                if (random.nextInt(6) == 0) {
                    room.ask(duty(random, at));
                } else {
                    room.ask(request(random, at));
                }
                agree(room, SEED + run);
            }
        }
    }

    /// For every unit, the incidents that list it are exactly the one it says it is on.
    private static void agree(Room room, long seed) {
        for (TourRef ref : UNITS) {
            List<IncidentRef> listed = INCIDENTS.stream()
                    .filter(incident -> switch (room.incident(incident)) {
                        case Incident.Open open -> open.course().units().containsKey(ref);
                        case Incident.Finished closed -> closed.course().units().containsKey(ref);
                        case Incident.NotOpened _ -> false;
                    })
                    .toList();
            List<IncidentRef> says = room.unit(ref) instanceof Unit.Committed on ? List.of(on.incident()) : List.of();
            assertThat(listed).as("unit %s, seed %d", ref, seed).isEqualTo(says);
        }
    }

    private static Room opened() {
        var room = new Room();
        for (IncidentRef ref : INCIDENTS) {
            room.logs.put(
                    ref,
                    new ArrayList<>(List.of(new Opened(
                            ref,
                            "FIGHT",
                            new Grade("I"),
                            Channel.RADIO,
                            null,
                            null,
                            null,
                            null,
                            null,
                            START.plusSeconds(720),
                            PersonalText.of("here"),
                            PersonalText.of("fight"),
                            PersonalText.of("")))));
        }
        UNITS.forEach(unit -> room.ask(new UnitRequest.ComeOn(
                asked(new ActorId("p-1"), START),
                unit,
                "RESPONSE",
                null,
                List.of(),
                List.of(),
                START.plusSeconds(36_000))));
        return room;
    }

    private static UnitRequest duty(Random random, Instant at) {
        TourRef unit = UNITS.get(random.nextInt(UNITS.size()));
        Asked asked = asked(new ActorId("p-1"), at);
        return switch (random.nextInt(4)) {
            case 0 -> new UnitRequest.GoOff(asked, unit);
            case 1 ->
                new UnitRequest.ComeOn(asked, unit, "RESPONSE", null, List.of(), List.of(), START.plusSeconds(36_000));
            default ->
                new UnitRequest.Say(asked, unit, UnitStatus.values()[random.nextInt(UnitStatus.values().length)]);
        };
    }

    private static Change request(Random random, Instant at) {
        Asked asked = asked(new ActorId("p-" + (1 + random.nextInt(2))), at);
        IncidentRef ref = INCIDENTS.get(random.nextInt(INCIDENTS.size()));
        IncidentRef other = INCIDENTS.get(random.nextInt(INCIDENTS.size()));
        TourRef unit = UNITS.get(random.nextInt(UNITS.size()));
        UnitStatus status = UnitStatus.values()[random.nextInt(UnitStatus.values().length)];
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Assign(asked, ref, unit, random.nextBoolean() ? "" : "near");
            case 3, 4 -> new Divert(asked, ref, unit, "graver");
            case 5 -> new StandDown(asked, ref, unit, "enough");
            case 6, 7 -> new SayStatus(asked, ref, unit, status, at);
            case 8 -> new Finish(asked, ref, unit);
            case 9 -> new Undo(asked, ref);
            case 10 ->
                random.nextInt(4) == 0 ? new LinkDuplicate(asked, ref, other) : new Close(asked, ref, "NO_TRACE", "");
            default -> new Reopen(asked, ref, "they are back");
        };
    }

    private static Asked asked(ActorId by, Instant at) {
        return new Asked(
                new Sight(by, null), new RoleCode("DESPATCHER"), EnteredHow.SCREEN, at, new RequestKey("key-00000001"));
    }
}

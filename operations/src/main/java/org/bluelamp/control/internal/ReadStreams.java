package org.bluelamp.control.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Despatch;
import org.bluelamp.control.IncidentEvent.UnitAssigned;
import org.bluelamp.control.IncidentEvent.UnitReleased;
import org.bluelamp.control.IncidentEvent.UnitRestored;
import org.bluelamp.control.IncidentEvent.UnitStatusSaid;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.Units;
import org.bluelamp.control.decide.Before;
import org.bluelamp.control.decide.Incident;
import org.bluelamp.control.decide.Unit;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;

/// Every stream one decision rests on, each read once: incidents and units. What is decided is written to all
/// of them at the versions read, or not at all.
final class ReadStreams {
    private final Journal journal;
    private final Map<IncidentRef, StreamRead<IncidentEvent>> incidents = new LinkedHashMap<>();
    private final Map<TourRef, StreamRead<UnitEvent>> units = new LinkedHashMap<>();

    ReadStreams(Journal journal) {
        this.journal = journal;
    }

    Incident incident(IncidentRef ref) {
        return Incident.from(read(ref).events());
    }

    Unit unit(TourRef ref) {
        return Unit.from(read(ref).events());
    }

    /// An incident that nobody has written to.
    void isNew(IncidentRef ref) {
        incidents.put(ref, new StreamRead<>(Incidents.stream(ref), 0, List.of()));
    }

    private StreamRead<IncidentEvent> read(IncidentRef ref) {
        return incidents.computeIfAbsent(ref, wanted -> journal.read(Incidents.stream(wanted), IncidentEvent.class));
    }

    private StreamRead<UnitEvent> read(TourRef ref) {
        return units.computeIfAbsent(ref, wanted -> journal.read(Units.stream(wanted), UnitEvent.class));
    }

    /// What stands for a request: reads whatever else it rests on.
    Before before(Change request, boolean crewing, Before.Rules rules) {
        Optional<Before.LastDespatch> last = Optional.empty();
        switch (request) {
            case IncidentRequest.Assign assign -> unit(assign.unit());
            case IncidentRequest.Divert divert -> {
                if (unit(divert.unit()) instanceof Unit.Committed on) {
                    incident(on.incident());
                }
            }
            case IncidentRequest.StandDown standDown -> unit(standDown.unit());
            case IncidentRequest.Finish finish -> unit(finish.unit());
            case IncidentRequest.SayStatus status -> unit(status.unit());
            case IncidentRequest.Undo undo -> {
                last = lastDespatch(undo.incident());
                last.ifPresent(act -> act.events().forEach(this::readAround));
            }
            case IncidentRequest.LinkDuplicate duplicate -> incident(duplicate.other());
            case IncidentRequest.Relate relate -> incident(relate.other());
            case IncidentRequest.AddNote _,
                    IncidentRequest.CorrectNote _,
                    IncidentRequest.Close _,
                    IncidentRequest.Restrict _,
                    IncidentRequest.Assess _,
                    IncidentRequest.Regrade _,
                    IncidentRequest.AskRegrade _,
                    IncidentRequest.DeclineRegrade _,
                    IncidentRequest.Appoint _,
                    IncidentRequest.LinkCaller _,
                    IncidentRequest.Pass _,
                    IncidentRequest.SayResult _,
                    IncidentRequest.Code _,
                    IncidentRequest.Reopen _ -> {}
        }
        return new Before(
                folded(incidents, Incident::from),
                folded(units, Unit::from),
                openedAt(request.incident()),
                last,
                crewing,
                rules);
    }

    private static <K, E, S> Map<K, S> folded(
            Map<K, StreamRead<E>> reads, java.util.function.Function<List<E>, S> fold) {
        var states = new HashMap<K, S>();
        reads.forEach((key, read) -> states.put(key, fold.apply(read.events())));
        return states;
    }

    private Optional<Instant> openedAt(IncidentRef ref) {
        return read(ref).entries().stream()
                .findFirst()
                .map(entry -> entry.act().happened().at());
    }

    private void readAround(Despatch event) {
        unit(event.unit());
        if (event instanceof UnitAssigned assigned && assigned.divertedFrom() != null) {
            incident(assigned.divertedFrom());
        }
    }

    /// The last act at an incident that sent or stood down, whatever units said since.
    private Optional<Before.LastDespatch> lastDespatch(IncidentRef ref) {
        List<Recorded<IncidentEvent>> acts = read(ref).entries().stream()
                .filter(entry -> switch (entry.event()) {
                    case UnitAssigned _, UnitReleased _, UnitRestored _ -> true;
                    case UnitStatusSaid _ -> false;
                    case IncidentEvent.Log _, IncidentEvent.Grading _, IncidentEvent.Link _, IncidentEvent.Ending _ ->
                        false;
                })
                .toList();
        if (acts.isEmpty()) {
            return Optional.empty();
        }
        Recorded<IncidentEvent> newest = acts.getLast();
        var events = new ArrayList<Despatch>();
        for (Recorded<IncidentEvent> entry : acts) {
            if (entry.act().key().equals(newest.act().key()) && entry.event() instanceof Despatch despatch) {
                events.add(despatch);
            }
        }
        return Optional.of(new Before.LastDespatch(
                newest.act().actor(), newest.act().happened().at(), events));
    }

    /// Rests on every stream read and writes each event where it belongs: to its incident, and what it is for a
    /// unit to the unit.
    Append write(Append append, List<IncidentEvent> events) {
        Append resting = append;
        for (StreamRead<IncidentEvent> read : incidents.values()) {
            resting = resting.restingOn(read);
        }
        for (IncidentEvent event : events) {
            if (event instanceof Despatch despatch) {
                read(despatch.unit());
            }
        }
        for (StreamRead<UnitEvent> read : units.values()) {
            resting = resting.restingOn(read);
        }
        Map<TourRef, Unit> states = folded(units, Unit::from);
        for (IncidentEvent event : events) {
            resting = resting.write(Incidents.stream(event.incident()), event);
            if (event instanceof Despatch despatch) {
                StreamId stream = Units.stream(despatch.unit());
                for (UnitEvent told :
                        states.getOrDefault(despatch.unit(), new Unit.NotOn()).told(despatch)) {
                    resting = resting.write(stream, told);
                    states.computeIfPresent(despatch.unit(), (_, unit) -> unit.after(told));
                }
            }
        }
        return resting;
    }

    /// The same with events of a unit alone after those of its incident.
    Append write(Append append, List<IncidentEvent> events, TourRef unit, UnitEvent last) {
        return write(append, events).write(Units.stream(unit), last);
    }
}

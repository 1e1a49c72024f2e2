package org.bluelamp.control.internal;

import java.util.List;
import java.util.Optional;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.control.decide.Decide;
import org.bluelamp.control.decide.Incident;
import org.bluelamp.control.decide.Unit;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.springframework.stereotype.Service;

/// Units in the record: read, fold, decide, append.
@Service
class JournalledUnits implements Units {
    private final Journal journal;
    private final UnitBoard board;

    JournalledUnits(Journal journal, UnitBoard board) {
        this.journal = journal;
        this.board = board;
    }

    @Override
    public Decision<UnitEvent, IncidentRefusal> handle(UnitRequest request) {
        return Journal.retrying(_ -> once(request));
    }

    private Decision<UnitEvent, IncidentRefusal> once(UnitRequest request) {
        var streams = new ReadStreams(journal);
        Unit unit = streams.unit(request.unit());
        Decision<UnitEvent, IncidentRefusal> decision = Decide.unit(unit, request);
        String text = RequestText.of((Record) request, request.asked());
        return switch (decision) {
            case Decision.Refused<UnitEvent, IncidentRefusal> refused ->
                journal.answered(request.asked().by(), request.asked().key(), text)
                        .map(_ -> first(request))
                        .orElse(refused);
            case Decision.Accepted<UnitEvent, IncidentRefusal> accepted -> {
                List<IncidentEvent> left = switch (request) {
                    case UnitRequest.GoOff _
                    when unit instanceof Unit.Committed on -> leaving(streams.incident(on.incident()), request.unit());
                    case UnitRequest.GoOff _, UnitRequest.ComeOn _, UnitRequest.Say _ -> List.of();
                };
                Append append = streams.write(
                        Append.by(JournalledIncidents.act(request.asked(), List.of())),
                        left,
                        request.unit(),
                        accepted.events().getFirst());
                yield switch (journal.appendOnce(append, text, request.unit().toString())) {
                    case Appended.Done _ -> accepted;
                    case Appended.Repeated _ -> first(request);
                };
            }
        };
    }

    private static List<IncidentEvent> leaving(Incident incident, TourRef unit) {
        return incident instanceof Incident.Open open ? List.of(Decide.wentOff(open, unit)) : List.of();
    }

    private Decision<UnitEvent, IncidentRefusal> first(UnitRequest request) {
        return new Decision.Accepted<>(journal.read(Units.stream(request.unit()), UnitEvent.class).entries().stream()
                .filter(entry -> entry.act().actor().equals(request.asked().by())
                        && entry.act().key().equals(Optional.of(request.asked().key())))
                .map(Recorded::event)
                .toList());
    }

    @Override
    public Optional<UnitView> find(TourRef unit) {
        return board.find(unit);
    }

    @Override
    public Optional<UnitView> find(Callsign callsign) {
        return board.find(callsign);
    }

    @Override
    public List<UnitView> onDuty(Sight sight) {
        return board.onDuty(sight);
    }

    @Override
    public List<UnitView> on(IncidentRef incident) {
        return board.on(incident);
    }
}

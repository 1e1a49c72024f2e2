package org.bluelamp.people.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.people.CommandUnitEvent;
import org.bluelamp.people.CommandUnitRefusal;
import org.bluelamp.people.CommandUnitRequest;
import org.bluelamp.people.CommandUnits;
import org.bluelamp.people.UnitCode;
import org.bluelamp.people.decide.DecideUnit;
import org.bluelamp.people.decide.UnitTree;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The tree of command units is one stream: it is small, and a circle is only seen in the whole of it.
@Component
class JournalledUnits implements CommandUnits {
    static final StreamId STREAM = new StreamId("command-units/service");

    private final Journal journal;
    private final ServiceClock clock;
    private final ZoneId zone;

    JournalledUnits(Journal journal, ServiceClock clock, @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.journal = journal;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Decision<CommandUnitEvent, CommandUnitRefusal> handle(CommandUnitRequest request, Act act) {
        return Journal.retrying(_ -> {
            var read = journal.read(STREAM, CommandUnitEvent.class);
            UnitTree tree = UnitTree.from(read.events());
            if (tree.units().size() >= UNITS_MAX) {
                throw new IllegalStateException("A service has at most %d command units.".formatted(UNITS_MAX));
            }
            var decision = DecideUnit.decide(tree, request);
            if (decision
                    instanceof Decision.Accepted<CommandUnitEvent, CommandUnitRefusal>(List<CommandUnitEvent> events)) {
                journal.append(Append.by(act).restingOn(read).writeAll(STREAM, events));
            }
            return decision;
        });
    }

    @Override
    public List<View> on(LocalDate day) {
        UnitTree tree =
                UnitTree.from(journal.read(STREAM, CommandUnitEvent.class).events());
        List<View> serving = tree.units().entrySet().stream()
                .filter(entry -> entry.getValue().serves(day))
                .map(entry -> view(entry.getKey(), entry.getValue(), day))
                .sorted(Comparator.comparing(view -> view.unit().code()))
                .toList();
        var ordered = new ArrayList<View>();
        addBelow(Optional.empty(), serving, ordered);
        return ordered;
    }

    private static void addBelow(Optional<UnitCode> above, List<View> serving, List<View> ordered) {
        for (View view : serving) {
            if (view.under().equals(above)) {
                ordered.add(view);
                addBelow(Optional.of(view.unit()), serving, ordered);
            }
        }
    }

    private static View view(UnitCode code, UnitTree.Unit unit, LocalDate day) {
        return new View(
                code,
                unit.label(),
                unit.under(day),
                unit.from(),
                unit.covers().stream()
                        .filter(cover -> cover.holds(day))
                        .map(cover -> new Covers(cover.areaKind(), cover.areaCode()))
                        .toList());
    }

    @Override
    public List<View> today() {
        return on(LocalDate.ofInstant(clock.now(), zone));
    }

    @Override
    public List<View> covering(String areaKind, String areaCode, LocalDate day) {
        var area = new Covers(areaKind, areaCode);
        return on(day).stream()
                .filter(view -> view.covers().contains(area))
                .sorted(Comparator.comparing(view -> view.unit().code()))
                .toList();
    }
}

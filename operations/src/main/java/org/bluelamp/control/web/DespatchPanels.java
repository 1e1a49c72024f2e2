package org.bluelamp.control.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.console.Viewer;
import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.QueueRules;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.UnitStatuses.Sendable;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.control.web.DespatchScreens.Committed;
import org.bluelamp.control.web.DespatchScreens.Offer;
import org.bluelamp.control.web.DespatchScreens.Panel;
import org.bluelamp.control.web.DespatchScreens.Step;
import org.bluelamp.control.web.IncidentScreens.Choice;
import org.bluelamp.control.web.IncidentScreens.Row;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.policy.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What can be done at one incident: whom to send, what the units there do next, another grade, how it ends.
@Component
class DespatchPanels {
    /// The most units offered; each has a key from 1.
    static final int OFFERED_MAX = 6;

    /// The most rows of the queue beside an incident.
    static final int QUEUE_MAX = 60;

    private static final List<UnitStatus> STEPS =
            List.of(UnitStatus.ON_THE_WAY, UnitStatus.AT_SCENE, UnitStatus.DEPLOYABLE, UnitStatus.CUSTODY);

    private final Incidents incidents;
    private final Units units;
    private final ObjectProvider<Units.Reach> reach;
    private final Askers askers;
    private final Wording wording;
    private final Policies policies;
    private final ServiceClock clock;

    DespatchPanels(
            Incidents incidents,
            Units units,
            ObjectProvider<Units.Reach> reach,
            Askers askers,
            Wording wording,
            Rules rules) {
        this.incidents = incidents;
        this.units = units;
        this.reach = reach;
        this.askers = askers;
        this.wording = wording;
        this.policies = rules.policies();
        this.clock = rules.clock();
    }

    /// The policies and the time they are read at.
    @Component
    record Rules(Policies policies, ServiceClock clock) {}

    Panel panel(IncidentView view, StreamRead<IncidentEvent> log, GradingScheme scheme) {
        Viewer viewer = askers.viewer();
        UnitStatuses statuses = wording.statuses();
        boolean despatches = viewer.may("incident.despatch");
        boolean open = view.open();
        ClosingRules closing = policies.inForce(ClosingRules.KIND, clock.now()).only();
        return new Panel(
                open && despatches ? offers(view, statuses) : List.of(),
                open ? committed(view, statuses) : List.of(),
                open && despatches,
                open && viewer.may("incident.regrade"),
                open && viewer.may("incident.open"),
                viewer.may("unit.status"),
                open && despatches && mayUndo(log, statuses),
                view.regradeAsked(),
                !open && viewer.may("incident.open"),
                open
                        && scheme.grade(view.grade())
                                .map(GradingScheme.GradeRow::needsAppointment)
                                .orElse(false),
                wording.grades(scheme, ""),
                risks(view),
                STEPS.stream()
                        .map(status ->
                                new Choice(status.name(), statuses.of(status).label(), false))
                        .toList(),
                codes(closing.noCrimeReasons()),
                codes(closing.categories()),
                closing.crimeNumberForm(),
                queue(scheme));
    }

    private List<Row> queue(GradingScheme scheme) {
        return wording.rows(incidents.open(askers.sight(), QUEUE_MAX), scheme);
    }

    private static List<Choice> codes(List<ClosingRules.CodeRow> rows) {
        return rows.stream()
                .map(row -> new Choice(row.code(), row.label(), false))
                .toList();
    }

    private List<Choice> risks(IncidentView view) {
        QueueRules rules = policies.inForce(QueueRules.KIND, clock.now()).only();
        return Stream.of(IncidentEvent.Risk.values())
                .map(risk -> new Choice(
                        risk.name(), rules.of(risk).label(), view.risks().contains(risk)))
                .toList();
    }

    /// Whether the person's own last despatch here is fresh enough to be taken back.
    private boolean mayUndo(StreamRead<IncidentEvent> log, UnitStatuses statuses) {
        return log.entries().reversed().stream()
                .filter(entry -> entry.event() instanceof IncidentEvent.UnitAssigned
                        || entry.event() instanceof IncidentEvent.UnitReleased released
                                && released.how() == IncidentEvent.Release.STOOD_DOWN)
                .findFirst()
                .filter(entry -> entry.act().actor().equals(askers.viewer().actor()))
                .map(Recorded::act)
                .filter(act -> clock.now().isBefore(act.happened().at().plus(statuses.undoWithin())))
                .isPresent();
    }

    private List<Committed> committed(IncidentView view, UnitStatuses statuses) {
        return IntStream.range(0, view.units().size())
                .mapToObj(at -> {
                    IncidentView.Committed unit = view.units().get(at);
                    return new Committed(
                            unit.unit().toString(),
                            unit.unit().callsign().text(),
                            statuses.of(unit.status()).label(),
                            UnitWords.look(unit.status()),
                            steps(unit.status(), statuses, at == 0));
                })
                .toList();
    }

    /// The first unit's steps have the keys `w`, `a`, `d`.
    private static List<Step> steps(UnitStatus now, UnitStatuses statuses, boolean keyed) {
        var steps = new ArrayList<Step>();
        if (now == UnitStatus.SENT) {
            steps.add(new Step(
                    keyed ? "w" : "",
                    UnitStatus.ON_THE_WAY.name(),
                    statuses.of(UnitStatus.ON_THE_WAY).label()));
        }
        if (!now.arrived()) {
            steps.add(new Step(
                    keyed ? "a" : "",
                    UnitStatus.AT_SCENE.name(),
                    statuses.of(UnitStatus.AT_SCENE).label()));
        }
        steps.add(new Step(keyed ? "d" : "", "", "Done"));
        return steps;
    }

    /// Free units first, those of the incident's own borough before others, the sooner before the later.
    private List<Offer> offers(IncidentView view, UnitStatuses statuses) {
        List<UnitView> candidates = units.onDuty(askers.sight()).stream()
                .filter(unit -> !view.incident().equals(unit.incident()))
                .filter(unit -> statuses.of(unit.status()).sendable() != Sendable.NOT)
                .toList();
        List<Optional<Units.Reached>> reached = reached(view, candidates);
        List<Offer> offers = new ArrayList<>();
        IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> order(candidates.get(at), view, statuses))
                        .thenComparing(
                                at -> reached.get(at).map(Units.Reached::takes).orElse(Duration.ofDays(1)))
                        .thenComparing(at -> candidates.get(at).callsign()))
                .limit(OFFERED_MAX)
                .forEach(at -> offers.add(offer(offers.size() + 1, candidates.get(at), reached.get(at), statuses)));
        return offers;
    }

    private List<Optional<Units.Reached>> reached(IncidentView view, List<UnitView> candidates) {
        Coordinate point = view.point();
        Units.Reach known = reach.getIfAvailable();
        return point == null || known == null
                ? candidates.stream().map(_ -> Optional.<Units.Reached>empty()).toList()
                : known.to(point, candidates);
    }

    private static int order(UnitView unit, IncidentView view, UnitStatuses statuses) {
        int own = unit.borough() == null || unit.borough().equals(view.borough()) ? 0 : 1;
        return switch (statuses.of(unit.status()).sendable()) {
            case FREELY -> own;
            case WITH_REASON -> 2 + own;
            case BY_DIVERT -> 4 + own;
            case NOT -> 6;
        };
    }

    private Offer offer(int number, UnitView unit, Optional<Units.Reached> reached, UnitStatuses statuses) {
        boolean divert = unit.incident() != null;
        String crew = unit.crew().size() == 1
                ? "single crewed"
                : "%d in crew".formatted(unit.crew().size());
        String state = statuses.of(unit.status()).label()
                + (unit.incident() == null ? "" : " at " + wording.number(unit.incident()));
        return new Offer(
                Integer.toString(number),
                unit.unit().toString(),
                unit.callsign().text(),
                state,
                UnitWords.look(unit.status()),
                reached.map(DespatchPanels::takes).orElse("no position"),
                Stream.concat(
                                Stream.of(UnitWords.plain(unit.kind()), crew),
                                unit.skills().stream().map(UnitWords::plain))
                        .reduce((one, other) -> one + " · " + other)
                        .orElse(""),
                divert || statuses.of(unit.status()).sendable() == Sendable.WITH_REASON);
    }

    private static String takes(Units.Reached reached) {
        long seconds = reached.takes().toSeconds();
        return String.format(Locale.UK, "%s%d:%02d", reached.estimated() ? "about " : "", seconds / 60, seconds % 60);
    }
}

package org.bluelamp.workforce.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.workforce.DutyEvent;
import org.bluelamp.workforce.Rosters;
import org.bluelamp.workforce.TourRefusal;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.decide.DecideTour;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes rosters row by row, each tour by the same decision as from a page.
@Component
class RosterTaking implements Rosters {
    private final JournalledTours tours;
    private final ZoneId zone;

    RosterTaking(JournalledTours tours, @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.tours = tours;
        this.zone = zone;
    }

    @Override
    public Outcome take(String csv, Optional<BoroughCode> within, boolean checkOnly, Act act) {
        var taking = new Taking(tours.inForce(act.happened().at()), checkOnly, act);
        new RosterFile(zone, within).read(csv, taking::row, taking::fault);
        return new Outcome(taking.planned, taking.unchanged, taking.faulty, taking.faults);
    }

    private final class Taking {
        private final JournalledTours.InForce inForce;
        private final boolean checkOnly;
        private final Act act;
        /// What the rows before would bind, where nothing is recorded.
        private final Map<String, List<DutyEvent>> would = new HashMap<>();

        private final List<Fault> faults = new ArrayList<>();
        private int planned;
        private int unchanged;
        private int faulty;

        Taking(JournalledTours.InForce inForce, boolean checkOnly, Act act) {
            this.inForce = inForce;
            this.checkOnly = checkOnly;
            this.act = act;
        }

        void row(int line, TourRequest.Plan plan) {
            Optional<TourView> before = tours.find(plan.tour());
            if (before.filter(tour -> stands(tour, plan)).isPresent()) {
                unchanged++;
                return;
            }
            try {
                Optional<TourRefusal> refusal = checkOnly ? check(plan) : record(plan);
                refusal.ifPresentOrElse(why -> fault(new Fault(line, field(why), why.sentence())), () -> planned++);
            } catch (StaleStream busy) {
                fault(new Fault(line, "row", "Others wrote about the same people at once. Maybe take the file again."));
            }
        }

        private Optional<TourRefusal> record(TourRequest.Plan plan) {
            return tours.handle(plan, act, inForce) instanceof Decision.Refused<?, TourRefusal>(TourRefusal refusal)
                    ? Optional.of(refusal)
                    : Optional.empty();
        }

        private Optional<TourRefusal> check(TourRequest.Plan plan) {
            return switch (tours.consider(plan, inForce, would).decision()) {
                case Decision.Refused<DecideTour.Change, TourRefusal>(TourRefusal refusal) -> Optional.of(refusal);
                case Decision.Accepted<DecideTour.Change, TourRefusal>(List<DecideTour.Change> changes) -> {
                    changes.getFirst()
                            .duties()
                            .forEach((holder, events) -> would.computeIfAbsent(holder, _ -> new ArrayList<>())
                                    .addAll(events));
                    yield Optional.empty();
                }
            };
        }

        void fault(Fault fault) {
            faulty++;
            if (faults.size() < FAULTS_MAX) {
                faults.add(fault);
            }
        }
    }

    private static boolean stands(TourView tour, TourRequest.Plan plan) {
        return tour.plan().equals(plan.plan()) && tour.crew().equals(plan.crew());
    }

    private static String field(TourRefusal refusal) {
        return switch (refusal) {
            case TourRefusal.UnknownKind _ -> "kind";
            case TourRefusal.UnknownSkill _, TourRefusal.CrewSize _, TourRefusal.SkillMissing _ -> "crew";
            case TourRefusal.OtherBorough _ -> "borough";
            case TourRefusal.BoundElsewhere bound -> bound.holder().startsWith("p-") ? "crew" : "callsign";
            case TourRefusal.AlreadyPlanned _,
                    TourRefusal.AlreadyOn _,
                    TourRefusal.NotOn _,
                    TourRefusal.TourOver _,
                    TourRefusal.UnknownTour _,
                    TourRefusal.OutsideItsTime _ -> "tour";
        };
    }
}

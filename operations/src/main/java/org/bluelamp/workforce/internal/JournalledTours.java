package org.bluelamp.workforce.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.DutyEvent;
import org.bluelamp.workforce.Skill;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourRefusal;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;
import org.bluelamp.workforce.UnitKind;
import org.bluelamp.workforce.decide.DecideTour;
import org.bluelamp.workforce.decide.Tour;
import org.springframework.stereotype.Component;

/// Tours as the journal holds them: reads the tour and what everybody named is bound to, decides, appends.
@Component
class JournalledTours implements Tours {
    private final Journal journal;
    private final Policies policies;
    private final TourTable table;

    JournalledTours(Journal journal, Policies policies, TourTable table) {
        this.journal = journal;
        this.policies = policies;
        this.table = table;
    }

    /// The lists in force with the policy versions they stand in.
    record InForce(DecideTour.Lists lists, List<PolicyUse> used) {}

    InForce inForce(Instant at) {
        Policy<UnitKind> kinds = policies.inForce(UnitKind.KIND, at);
        Policy<Skill> skills = policies.inForce(Skill.KIND, at);
        return new InForce(
                new DecideTour.Lists(
                        kinds.rows().stream().collect(Collectors.toMap(UnitKind::code, Function.identity())),
                        skills.rows().stream().map(Skill::code).collect(Collectors.toSet())),
                List.of(kinds.use(), skills.use()));
    }

    @Override
    public Decision<TourEvent, TourRefusal> handle(TourRequest request, Act act) {
        return handle(request, act, inForce(act.happened().at()));
    }

    Decision<TourEvent, TourRefusal> handle(TourRequest request, Act act, InForce inForce) {
        return Journal.retrying(_ -> {
            Considered considered = consider(request, inForce, Map.of());
            return switch (considered.decision()) {
                case Decision.Refused<DecideTour.Change, TourRefusal>(TourRefusal refusal) -> Decision.refuse(refusal);
                case Decision.Accepted<DecideTour.Change, TourRefusal>(List<DecideTour.Change> changes) -> {
                    var policiesUsed = new ArrayList<>(act.policies());
                    policiesUsed.addAll(inForce.used());
                    journal.append(append(considered, changes.getFirst(), act.withPolicies(policiesUsed)));
                    yield new Decision.Accepted<>(changes.getFirst().tour());
                }
            };
        });
    }

    private static Append append(Considered considered, DecideTour.Change change, Act act) {
        Append append = Append.by(act).restingOn(considered.tour());
        for (StreamRead<DutyEvent> read : considered.book().reads()) {
            append = append.restingOn(read);
        }
        append = append.writeAll(considered.tour().stream(), change.tour());
        for (Map.Entry<String, List<DutyEvent>> duty : change.duties().entrySet()) {
            append = append.writeAll(DutyBook.stream(considered.book().day(), duty.getKey()), duty.getValue());
        }
        return append;
    }

    /// What was read and what it would lead to.
    record Considered(StreamRead<TourEvent> tour, DutyBook book, Decision<DecideTour.Change, TourRefusal> decision) {}

    /// Reads and decides; `further` are bindings that are not recorded, of a roster that is only checked.
    Considered consider(TourRequest request, InForce inForce, Map<String, List<DutyEvent>> further) {
        StreamRead<TourEvent> read = journal.read(Tours.stream(request.tour()), TourEvent.class);
        Tour tour = Tour.from(read.events());
        Set<String> holders = new TreeSet<>(DecideTour.holders(request.tour(), DecideTour.crewOf(tour)));
        holders.addAll(DecideTour.holders(request.tour(), asked(request)));
        DutyBook book = DutyBook.read(journal, request.tour().day(), holders, further);
        return new Considered(read, book, DecideTour.decide(tour, book.duties(), request, inForce.lists()));
    }

    private static List<CrewMember> asked(TourRequest request) {
        return switch (request) {
            case TourRequest.Plan plan -> plan.crew();
            case TourRequest.Crew crew -> crew.crew();
            case TourRequest.BookOn _, TourRequest.BookOff _, TourRequest.Withdraw _ -> List.of();
        };
    }

    @Override
    public Optional<TourView> find(TourRef tour) {
        return table.find(tour);
    }

    @Override
    public List<TourView> onDuty(Instant at) {
        return table.onDuty(at);
    }

    @Override
    public List<TourView> planned(LocalDate day) {
        return table.planned(day);
    }
}

package org.bluelamp.workforce.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.DutyEvent;
import org.bluelamp.workforce.SkillHeld;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourPlan;
import org.bluelamp.workforce.TourRefusal;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.UnitKind;

/// Decides what a tour becomes, and what its callsign and people are bound to.
public final class DecideTour {
    private DecideTour() {}

    /// The lists in force: kinds of unit by code, codes of skills.
    public record Lists(Map<String, UnitKind> kinds, Set<String> skills) {
        public Lists {
            kinds = Map.copyOf(kinds);
            skills = Set.copyOf(skills);
        }
    }

    /// What happens to the tour and to everybody bound by it, by holder.
    public record Change(List<TourEvent> tour, Map<String, List<DutyEvent>> duties) {
        public Change {
            tour = List.copyOf(tour);
            duties = new TreeMap<>(duties);
        }
    }

    /// What a tour already binds: its callsign and its crew.
    public static Set<String> holders(TourRef tour, List<CrewMember> crew) {
        var holders = new TreeSet<String>();
        holders.add(tour.callsign().text());
        crew.forEach(member -> holders.add(member.actor().text()));
        return holders;
    }

    /// The crew as it stands, none for a tour that is not planned or is over.
    public static List<CrewMember> crewOf(Tour tour) {
        return switch (tour) {
            case Tour.Planned planned -> planned.crew();
            case Tour.On on -> on.crew();
            case Tour.NotPlanned _, Tour.Over _ -> List.of();
        };
    }

    /// `duties` holds everybody named by the request or the tour so far.
    ///
    /// Units: a tour is booked on for from its kind's `bookOnBefore` before its beginning until its end.
    /// Errors: never throws for a request; refuses as `TourRefusal` lists.
    /// Source: W1; nobody is on two tours at once, no callsign is on the air twice.
    public static Decision<Change, TourRefusal> decide(
            Tour tour, Map<String, Duty> duties, TourRequest request, Lists lists) {
        return switch (tour) {
            case Tour.NotPlanned _ ->
                switch (request) {
                    case TourRequest.Plan plan -> plan(plan, duties, lists);
                    case TourRequest.Crew _, TourRequest.BookOn _, TourRequest.BookOff _, TourRequest.Withdraw _ ->
                        refuse(new TourRefusal.UnknownTour(request.tour()));
                };
            case Tour.Planned planned -> planned(planned, duties, request, lists);
            case Tour.On on -> on(on, request);
            case Tour.Over _ -> refuse(new TourRefusal.TourOver(request.tour()));
        };
    }

    private static Decision<Change, TourRefusal> planned(
            Tour.Planned planned, Map<String, Duty> duties, TourRequest request, Lists lists) {
        if (elsewhere(request, planned.plan())) {
            return refuse(new TourRefusal.OtherBorough(request.tour()));
        }
        return switch (request) {
            case TourRequest.Plan _ -> refuse(new TourRefusal.AlreadyPlanned(request.tour()));
            case TourRequest.Crew crew -> crew(planned, crew, duties, lists);
            case TourRequest.BookOn on -> bookOn(planned, on, duties, lists);
            case TourRequest.BookOff _ -> refuse(new TourRefusal.NotOn(request.tour()));
            case TourRequest.Withdraw withdraw ->
                accept(new Change(
                        List.of(new TourEvent.Withdrawn(withdraw.tour(), withdraw.because())),
                        freed(withdraw.tour(), planned.crew(), withdraw.at())));
        };
    }

    private static Decision<Change, TourRefusal> on(Tour.On on, TourRequest request) {
        if (elsewhere(request, on.plan())) {
            return refuse(new TourRefusal.OtherBorough(request.tour()));
        }
        return switch (request) {
            case TourRequest.Plan _, TourRequest.Crew _, TourRequest.BookOn _, TourRequest.Withdraw _ ->
                refuse(new TourRefusal.AlreadyOn(request.tour()));
            case TourRequest.BookOff off ->
                accept(new Change(
                        List.of(new TourEvent.BookedOff(off.tour(), off.at())),
                        freed(off.tour(), on.crew(), off.at())));
        };
    }

    private static boolean elsewhere(TourRequest request, TourPlan plan) {
        Optional<BoroughCode> within = request.within();
        return within.isPresent() && !within.equals(plan.borough());
    }

    private static Decision<Change, TourRefusal> plan(TourRequest.Plan request, Map<String, Duty> duties, Lists lists) {
        TourPlan plan = request.plan();
        if (elsewhere(request, plan)) {
            return refuse(new TourRefusal.OtherBorough(request.tour()));
        }
        if (!lists.kinds().containsKey(plan.kind())) {
            return refuse(new TourRefusal.UnknownKind(plan.kind()));
        }
        Optional<TourRefusal> fault = crewFault(request.tour(), plan, request.crew(), duties, lists);
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        var events = new ArrayList<TourEvent>();
        events.add(new TourEvent.Planned(
                request.tour(),
                plan.kind(),
                plan.borough(),
                plan.commandUnit(),
                plan.from(),
                plan.until(),
                plan.vehicle(),
                plan.equipment()));
        if (!request.crew().isEmpty()) {
            events.add(new TourEvent.Crewed(request.tour(), request.crew()));
        }
        return accept(new Change(events, bound(request.tour(), plan, holders(request.tour(), request.crew()))));
    }

    private static Decision<Change, TourRefusal> crew(
            Tour.Planned planned, TourRequest.Crew request, Map<String, Duty> duties, Lists lists) {
        Optional<TourRefusal> fault = crewFault(request.tour(), planned.plan(), request.crew(), duties, lists);
        if (fault.isPresent()) {
            return refuse(fault.get());
        }
        Set<String> before = holders(request.tour(), planned.crew());
        Set<String> after = holders(request.tour(), request.crew());
        var changes = new TreeMap<String, List<DutyEvent>>();
        before.stream()
                .filter(holder -> !after.contains(holder))
                .forEach(holder -> changes.put(
                        holder,
                        List.of(new DutyEvent.Freed(
                                holder, request.tour(), planned.plan().from()))));
        var joined = new TreeSet<>(after);
        joined.removeAll(before);
        changes.putAll(bound(request.tour(), planned.plan(), joined));
        return accept(new Change(List.of(new TourEvent.Crewed(request.tour(), request.crew())), changes));
    }

    /// What speaks against this crew: its size where somebody is named, a skill that is no skill, another tour.
    private static Optional<TourRefusal> crewFault(
            TourRef tour, TourPlan plan, List<CrewMember> crew, Map<String, Duty> duties, Lists lists) {
        UnitKind kind = lists.kinds().get(plan.kind());
        long people = crew.stream().map(CrewMember::actor).distinct().count();
        if (kind != null && !crew.isEmpty() && (crew.size() > kind.crewMax() || people < crew.size())) {
            return Optional.of(new TourRefusal.CrewSize(tour, crew.size(), kind.crewMin(), kind.crewMax()));
        }
        Optional<TourRefusal> skill = crew.stream()
                .flatMap(member -> member.skills().stream())
                .map(SkillHeld::skill)
                .filter(code -> !lists.skills().contains(code))
                .findFirst()
                .map(TourRefusal.UnknownSkill::new);
        return skill.isPresent()
                ? skill
                : holders(tour, crew).stream()
                        .flatMap(holder -> duty(duties, holder).boundBetween(tour, plan.from(), plan.until()).stream()
                                .map(other -> (TourRefusal) new TourRefusal.BoundElsewhere(holder, other)))
                        .findFirst();
    }

    private static Duty duty(Map<String, Duty> duties, String holder) {
        Duty duty = duties.get(holder);
        if (duty == null) {
            throw new IllegalStateException("What (%s) is bound to was not read.".formatted(holder));
        }
        return duty;
    }

    private static Decision<Change, TourRefusal> bookOn(
            Tour.Planned planned, TourRequest.BookOn request, Map<String, Duty> duties, Lists lists) {
        TourPlan plan = planned.plan();
        UnitKind kind = lists.kinds().get(plan.kind());
        if (kind == null) {
            return refuse(new TourRefusal.UnknownKind(plan.kind()));
        }
        Instant earliest = plan.from().minus(kind.bookOnBefore());
        if (request.at().isBefore(earliest) || !request.at().isBefore(plan.until())) {
            return refuse(new TourRefusal.OutsideItsTime(request.tour(), earliest, plan.until()));
        }
        if (planned.crew().size() < kind.crewMin()) {
            return refuse(
                    new TourRefusal.CrewSize(request.tour(), planned.crew().size(), kind.crewMin(), kind.crewMax()));
        }
        Set<String> skills = new TreeSet<>();
        planned.crew().stream()
                .flatMap(member -> member.skills().stream())
                .filter(held -> held.holdsOn(request.tour().day()))
                .forEach(held -> skills.add(held.skill()));
        Optional<String> missing = new TreeSet<>(kind.needs())
                .stream().filter(need -> !skills.contains(need)).findFirst();
        if (missing.isPresent()) {
            return refuse(new TourRefusal.SkillMissing(request.tour(), missing.get()));
        }
        Set<String> holders = holders(request.tour(), planned.crew());
        for (String holder : holders) {
            Optional<TourRef> other = duty(duties, holder).onNow(request.tour());
            if (other.isPresent()) {
                return refuse(new TourRefusal.BoundElsewhere(holder, other.get()));
            }
        }
        return accept(new Change(List.of(bookedOn(planned, request, kind, skills)), began(request, holders)));
    }

    private static TourEvent bookedOn(
            Tour.Planned planned, TourRequest.BookOn request, UnitKind kind, Set<String> skills) {
        TourPlan plan = planned.plan();
        return new TourEvent.BookedOn(
                request.tour(),
                plan.kind(),
                plan.borough(),
                plan.commandUnit(),
                request.at(),
                plan.until(),
                planned.crew().stream().map(CrewMember::person).toList(),
                skills,
                plan.equipment(),
                plan.vehicle(),
                request.parade(),
                plan.until().plus(kind.bookOffWithin()));
    }

    private static Map<String, List<DutyEvent>> bound(TourRef tour, TourPlan plan, Set<String> holders) {
        var changes = new TreeMap<String, List<DutyEvent>>();
        holders.forEach(
                holder -> changes.put(holder, List.of(new DutyEvent.Bound(holder, tour, plan.from(), plan.until()))));
        return changes;
    }

    private static Map<String, List<DutyEvent>> began(TourRequest.BookOn request, Set<String> holders) {
        var changes = new TreeMap<String, List<DutyEvent>>();
        holders.forEach(
                holder -> changes.put(holder, List.of(new DutyEvent.Began(holder, request.tour(), request.at()))));
        return changes;
    }

    private static Map<String, List<DutyEvent>> freed(TourRef tour, List<CrewMember> crew, Instant at) {
        var changes = new TreeMap<String, List<DutyEvent>>();
        holders(tour, crew).forEach(holder -> changes.put(holder, List.of(new DutyEvent.Freed(holder, tour, at))));
        return changes;
    }
}

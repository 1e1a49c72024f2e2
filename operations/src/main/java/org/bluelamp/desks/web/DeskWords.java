package org.bluelamp.desks.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskEvent.Cover;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.HeldWork;
import org.bluelamp.desks.Holder;
import org.bluelamp.desks.SeatView;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Words the desks: who is where, since when, who covers, and how much is open with each.
@Component
class DeskWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final Desks desks;
    private final People people;
    private final ObjectProvider<HeldWork> work;
    private final ZoneId zone;

    DeskWords(
            Desks desks,
            People people,
            ObjectProvider<HeldWork> work,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.desks = desks;
        this.people = people;
        this.work = work;
        this.zone = zone;
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /// Names and labels looked up once for one page.
    Page page() {
        return new Page(desks.plan(), new HashMap<>());
    }

    record Counted(Map<DeskCode, Integer> own, Map<DeskCode, Integer> holds) {}

    final class Page {
        private final DeskPlan plan;
        private final Map<ActorId, String> names;

        private Page(DeskPlan plan, Map<ActorId, String> names) {
            this.plan = plan;
            this.names = names;
        }

        String name(ActorId actor) {
            return names.computeIfAbsent(
                    actor,
                    wanted -> wanted.text().matches("p-[1-9]\\d{0,8}")
                            ? people.find(new PersonId(wanted.text()))
                                    .map(PersonView::name)
                                    .orElse(wanted.text())
                            : "the program");
        }

        /// Everybody named so far, by pseudonym.
        List<String> shown() {
            return names.keySet().stream()
                    .map(ActorId::text)
                    .filter(text -> text.startsWith("p-"))
                    .sorted()
                    .toList();
        }

        String label(DeskCode desk) {
            return plan.desk(desk).map(DeskPlan.Desk::label).orElse(desk.text());
        }

        List<DesksScreen.Row> rows(List<SeatView> seats) {
            Counted counted = counted();
            int[] rank = {0};
            return seats.stream().map(seat -> row(seat, counted, rank[0]++)).toList();
        }

        private DesksScreen.Row row(SeatView seat, Counted counted, int rank) {
            DeskCode code = seat.desk().code();
            return new DesksScreen.Row(
                    "desk-" + code,
                    "%03d".formatted(rank),
                    seat.desk().label(),
                    seat.person().map(this::name).orElse("–"),
                    state(seat),
                    tone(seat),
                    count(counted.own(), code),
                    count(counted.holds(), code));
        }

        private static String count(Map<DeskCode, Integer> counts, DeskCode desk) {
            return String.valueOf(counts.getOrDefault(desk, 0));
        }

        private String state(SeatView seat) {
            if (seat.desk().kind() == DeskPlan.Kind.ON_CALL) {
                return "on call";
            }
            String cover = "covered by " + holder(seat.holder());
            if (seat.person().isEmpty()) {
                return cover;
            }
            String lost = seat.lostSince()
                    .map(at -> ", connection lost at " + time(at))
                    .orElse("");
            return seat.breakSince()
                    .map(at -> "break since %s, %s"
                            .formatted(
                                    time(at),
                                    seat.relief()
                                                    .map(relief -> "relieved by " + name(relief))
                                                    .orElse(cover)
                                            + lost))
                    .orElseGet(() -> "at the desk since "
                            + seat.since().map(DeskWords.this::time).orElse("?") + lost);
        }

        private static String tone(SeatView seat) {
            boolean onCall = seat.desk().kind() == DeskPlan.Kind.ON_CALL;
            if (seat.lostSince().isPresent()) {
                return "bad";
            }
            if (seat.breakSince().isPresent()) {
                return "warn";
            }
            return onCall || seat.person().isEmpty() ? "" : "good";
        }

        String holder(Holder holder) {
            return holder.person()
                    .map(person -> "%s (%s)".formatted(label(holder.desk()), name(person)))
                    .orElseGet(() -> label(holder.desk()));
        }

        private String cover(Cover cover) {
            return holder(new Holder(cover.desk(), cover.desk(), cover.person()));
        }

        /// How much is open with each desk, and how much each desk holds for itself and those it covers.
        private Counted counted() {
            var own = new HashMap<DeskCode, Integer>();
            var holds = new HashMap<DeskCode, Integer>();
            Desks.Holding holding = desks.now();
            for (HeldWork.Portion portion :
                    work.stream().flatMap(each -> each.open().stream()).toList()) {
                own.merge(plan.deskOf(portion.borough(), portion.byHand()), portion.open(), Integer::sum);
                holds.merge(holding.of(portion.borough(), portion.byHand()).desk(), portion.open(), Integer::sum);
            }
            return new Counted(own, holds);
        }

        DesksScreen.Line line(Recorded<DeskEvent> recorded) {
            return new DesksScreen.Line(
                    time(recorded.act().happened().at()), words(recorded.event()), by(recorded.act()));
        }

        private String words(DeskEvent event) {
            return switch (event) {
                case DeskEvent.SatDown e -> "%s sat down at %s".formatted(name(e.person()), label(e.desk()));
                case DeskEvent.BreakTaken e ->
                    "%s left %s for a break: %s".formatted(name(e.person()), label(e.desk()), cover(e.coveredBy()));
                case DeskEvent.Relieved e ->
                    "%s relieves %s at %s".formatted(name(e.relief()), name(e.person()), label(e.desk()));
                case DeskEvent.BreakEnded e -> "%s is back at %s".formatted(name(e.person()), label(e.desk()));
                case DeskEvent.GotUp e ->
                    "%s left %s: %s".formatted(name(e.person()), label(e.desk()), cover(e.coveredBy()));
                case DeskEvent.ConnectionLost e ->
                    "The screen of %s at %s is gone; the desk is kept until %s"
                            .formatted(name(e.person()), label(e.desk()), exact(e.graceUntil()));
                case DeskEvent.ConnectionAwaited e ->
                    "The service was out; %s is kept for %s until %s"
                            .formatted(label(e.desk()), name(e.person()), exact(e.graceUntil()));
                case DeskEvent.ConnectionBack e ->
                    "The screen of %s at %s is back".formatted(name(e.person()), label(e.desk()));
                case DeskEvent.GivenUp e ->
                    "%s did not come back to %s: %s".formatted(name(e.person()), label(e.desk()), cover(e.coveredBy()));
                case DeskEvent.OnCallNamed e -> "%s is on call".formatted(name(e.person()));
            };
        }

        private String exact(Instant at) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(
                    at.atZone(zone).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }

        /// `Ashley Marsh by radio 02:51, entered by Jo Sconce`.
        private String by(Act act) {
            return act.enteredBy().equals(act.actor())
                    ? name(act.actor())
                    : "%s %s %s, entered by %s"
                            .formatted(
                                    name(act.actor()),
                                    how(act.how()),
                                    time(act.happened().at()),
                                    name(act.enteredBy()));
        }

        DesksScreen.Mine mine(List<SeatView> seats, boolean maySit) {
            boolean away = seats.stream().anyMatch(seat -> seat.breakSince().isPresent());
            String where = String.join(
                    ", ", seats.stream().map(seat -> seat.desk().label()).toList());
            String words = seats.isEmpty()
                    ? "You are at no desk."
                    : away ? "You have a break from %s.".formatted(where) : "You are at %s.".formatted(where);
            return new DesksScreen.Mine(words, !seats.isEmpty(), away, maySit);
        }

        String sentence(DeskRefusal refusal) {
            return switch (refusal) {
                case DeskRefusal.UnknownDesk _ -> "Choose a desk of the list.";
                case DeskRefusal.NobodySitsThere r ->
                    "Nobody sits at %s. Maybe name who is on call.".formatted(label(r.desk()));
                case DeskRefusal.RoleMayNotSit r -> "That role does not sit at %s.".formatted(label(r.desk()));
                case DeskRefusal.Taken r -> "%s is taken by %s.".formatted(label(r.desk()), name(r.person()));
                case DeskRefusal.ThereAlready r ->
                    "%s sits at %s already.".formatted(name(r.person()), label(r.desk()));
                case DeskRefusal.OnBreak r -> "%s has a break. Maybe end it first.".formatted(name(r.person()));
                case DeskRefusal.NotOnBreak r -> "%s has no break.".formatted(name(r.person()));
                case DeskRefusal.AtNoDesk r -> "%s is at no desk.".formatted(name(r.person()));
                case DeskRefusal.NothingLost _ -> refusal.sentence();
                case DeskRefusal.NotForOnCall r ->
                    "%s holds no role today that may be on call.".formatted(name(r.person()));
            };
        }

        /// Desks somebody may sit down at now: free ones, and those whose person has a break.
        List<DesksScreen.Choice> free(List<SeatView> seats, Optional<org.bluelamp.kernel.RoleCode> role) {
            return seats.stream()
                    .filter(seat -> seat.desk().kind() != DeskPlan.Kind.ON_CALL)
                    .filter(seat -> role.map(seat.desk().roles()::contains).orElse(true))
                    .filter(seat -> seat.person().isEmpty()
                            || seat.breakSince().isPresent() && seat.relief().isEmpty())
                    .map(seat -> new DesksScreen.Choice(
                            seat.desk().code().text(),
                            seat.person()
                                    .map(person -> "%s, to relieve %s"
                                            .formatted(seat.desk().label(), name(person)))
                                    .orElse(seat.desk().label())))
                    .toList();
        }

        DesksScreen.Entering entering(List<SeatView> seats) {
            List<DesksScreen.Choice> staff = plan.desks().stream()
                    .flatMap(desk -> desk.roles().stream())
                    .distinct()
                    .flatMap(role -> people.holding(role).stream())
                    .distinct()
                    .map(person -> new DesksScreen.Choice(
                            person.person().text(),
                            "%s, %s".formatted(name(person.person().actor()), person.rank())))
                    .toList();
            return new DesksScreen.Entering(
                    staff,
                    free(seats, Optional.empty()),
                    Stream.of(EnteredHow.TELEPHONE, EnteredHow.RADIO, EnteredHow.SCREEN)
                            .map(how -> new DesksScreen.Choice(how.name(), how(how)))
                            .toList(),
                    desks.onCall().stream()
                            .map(person -> new DesksScreen.Choice(person.text(), name(person)))
                            .toList());
        }
    }

    private static String how(EnteredHow how) {
        return switch (how) {
            case SCREEN -> "in person";
            case TERMINAL -> "by terminal";
            case RADIO -> "by radio";
            case TELEPHONE -> "by telephone";
            case IMPORT -> "by an import";
            case PROGRAM -> "by the program";
        };
    }
}

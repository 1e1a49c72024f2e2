package org.bluelamp.workforce.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Viewer;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.policy.Policies;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.Skill;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;
import org.bluelamp.workforce.UnitKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Tours in words for people's eyes: names, labels, times of the service's zone.
@Component
class DutyWords {
    /// The most tours one list of the page shows.
    private static final int LIST_MAX = 200;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final People people;
    private final Areas areas;
    private final Policies policies;
    private final ZoneId zone;

    DutyWords(People people, Areas areas, Policies policies, @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.people = people;
        this.areas = areas;
        this.policies = policies;
        this.zone = zone;
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /// Whoever is on duty now, and every tour of today and of a night that began yesterday.
    List<TourView> around(Tours tours, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(tours.onDuty(now), tours.planned(today.minusDays(1)), tours.planned(today))
                .flatMap(List::stream)
                .filter(tour ->
                        tour.stage() == TourView.Stage.ON || tour.until().isAfter(now.minus(Duration.ofHours(8))))
                .distinct()
                .toList();
    }

    DutiesScreen duties(Shell shell, Viewer viewer, List<TourView> seen, Instant now) {
        var labels = new Labels(now);
        List<TourView> on = stage(seen, TourView.Stage.ON);
        List<TourView> next = stage(seen, TourView.Stage.PLANNED);
        List<TourView> over = stage(seen, TourView.Stage.OFF);
        int hidden = Stream.of(on, next, over)
                .mapToInt(list -> Math.max(0, list.size() - LIST_MAX))
                .sum();
        return new DutiesScreen(
                shell,
                viewer.borough().map(this::borough).orElse("the whole service"),
                DAY.format(now.atZone(zone)),
                rows(on, labels, now),
                rows(next, labels, now),
                rows(over, labels, now),
                hidden);
    }

    private static List<TourView> stage(List<TourView> seen, TourView.Stage stage) {
        Comparator<TourView> order = stage == TourView.Stage.PLANNED
                ? Comparator.comparing(TourView::from).thenComparing(TourView::callsign)
                : Comparator.comparing(TourView::callsign).thenComparing(TourView::from);
        return seen.stream().filter(tour -> tour.stage() == stage).sorted(order).toList();
    }

    private List<DutiesScreen.Row> rows(List<TourView> tours, Labels labels, Instant now) {
        return tours.stream()
                .limit(LIST_MAX)
                .map(tour -> row(tour, labels, now))
                .toList();
    }

    private DutiesScreen.Row row(TourView tour, Labels labels, Instant now) {
        Sign sign = sign(tour, now);
        return new DutiesScreen.Row(
                tour.tour().toString(),
                tour.callsign().text(),
                labels.kind(tour.kind()),
                tour.borough().map(this::borough).orElse("Whole service"),
                tour.people().stream().map(labels::name).collect(Collectors.joining(", ")),
                new TreeSet<>(tour.skills()).stream().map(labels::skill).collect(Collectors.joining(", ")),
                "%s–%s".formatted(time(tour.from()), time(tour.until())),
                sign.words(),
                sign.tone());
    }

    private record Sign(String words, String tone) {}

    private Sign sign(TourView tour, Instant now) {
        return switch (tour.stage()) {
            case ON -> {
                String since = "on since " + tour.onAt().map(this::time).orElse("?");
                yield now.isAfter(tour.until()) ? new Sign(since + ", over time", "warn") : new Sign(since, "good");
            }
            case PLANNED ->
                now.isAfter(tour.from()) ? new Sign("not booked on", "warn") : new Sign("planned", "accent");
            case OFF -> new Sign("off at " + tour.offAt().map(this::time).orElse("?"), "");
            case WITHDRAWN -> new Sign("withdrawn", "");
        };
    }

    /// The tour's own page; `may` is whether the person books people on and off.
    Page tour(Shell shell, TourView tour, boolean may, Instant now) {
        var labels = new Labels(now);
        Optional<String> act = switch (tour.stage()) {
            case PLANNED -> Optional.of("book-on");
            case ON -> Optional.of("book-off");
            case OFF, WITHDRAWN -> Optional.empty();
        };
        return (done, fault) -> new DutiesScreen.Tour(
                shell,
                row(tour, labels, now),
                tour.plan().commandUnit().code(),
                tour.plan().vehicle().orElse("none named"),
                tour.plan().equipment().isEmpty()
                        ? "nothing named"
                        : String.join(", ", new TreeSet<>(tour.plan().equipment()))
                                .toLowerCase(Locale.UK)
                                .replace('_', ' '),
                tour.crew().stream().map(member -> member(member, tour, labels)).toList(),
                act.filter(_ -> may),
                done,
                fault);
    }

    /// A page that waits for what became of a request.
    interface Page {
        DutiesScreen.Tour with(Optional<String> done, Optional<String> fault);
    }

    private static DutiesScreen.Member member(CrewMember member, TourView tour, Labels labels) {
        String skills = member.skills().stream()
                .map(held -> {
                    String until = held.until() == null ? "" : " until " + held.until();
                    String out = held.holdsOn(tour.tour().day()) ? "" : " (out of date)";
                    return labels.skill(held.skill()) + until + out;
                })
                .collect(Collectors.joining(", "));
        return new DutiesScreen.Member(
                labels.name(member.person()), member.person().text(), skills);
    }

    private String borough(BoroughCode code) {
        return areas.boroughs().stream()
                .filter(area -> area.code().equals(new AreaCode(code.code())) && area.kind() == AreaKind.BOROUGH)
                .findFirst()
                .map(area -> area.name())
                .orElse(code.code());
    }

    /// Labels and names looked up once for one page.
    private final class Labels {
        private final Map<String, String> kinds;
        private final Map<String, String> skills;
        private final Map<PersonId, String> names = new HashMap<>();

        Labels(Instant now) {
            kinds = policies.inForce(UnitKind.KIND, now).rows().stream()
                    .collect(Collectors.toMap(UnitKind::code, UnitKind::label));
            skills = policies.inForce(Skill.KIND, now).rows().stream()
                    .collect(Collectors.toMap(Skill::code, Skill::label));
        }

        String kind(String code) {
            return kinds.getOrDefault(code, code);
        }

        String skill(String code) {
            return skills.getOrDefault(code, code);
        }

        String name(PersonId person) {
            Function<PersonId, String> look =
                    id -> people.find(id).map(PersonView::name).orElse(id.text());
            return names.computeIfAbsent(person, look);
        }
    }
}

package org.bluelamp.control.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bluelamp.control.Channel;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.QueueRules;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.decide.Queue;
import org.bluelamp.control.web.IncidentScreens.Choice;
import org.bluelamp.control.web.IncidentScreens.Count;
import org.bluelamp.control.web.IncidentScreens.Row;
import org.bluelamp.desks.Desks;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.policy.Policies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Incidents in the words of the control room: times of its zone, labels of its policy.
@Component
class Wording {
    static final String NO_LOCALITY = "Not in the gazetteer: the words are in the log";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.UK);

    private final Policies policies;
    private final ServiceClock clock;
    private final ZoneId zone;
    private final Keepers keepers;

    Wording(
            Policies policies,
            ServiceClock clock,
            Keepers keepers,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.policies = policies;
        this.clock = clock;
        this.zone = zone;
        this.keepers = keepers;
    }

    GradingScheme scheme() {
        return policies.inForce(GradingScheme.KIND, clock.now()).only();
    }

    /// `21:04`, or `21:04 on 21 Nov` for another day than today.
    String time(Instant at) {
        String time = TIME.format(at.atZone(zone));
        return day(at).equals(day(clock.now())) ? time : time + " on " + DAY.format(at.atZone(zone));
    }

    /// To the second with the day, for a proof and for whoever points at a time.
    String exact(Instant at) {
        return EXACT.format(at.atZone(zone));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// `#1184`, or `#1184 of 21 Nov` for another day than today.
    String number(IncidentRef ref) {
        String number = "#" + ref.number();
        return ref.day().equals(day(clock.now())) ? number : number + " of " + DAY.format(ref.day());
    }

    Row row(IncidentView view, GradingScheme scheme) {
        return row(view, scheme, keepers.now());
    }

    List<Row> rows(List<IncidentView> views, GradingScheme scheme) {
        Desks.Holding holding = keepers.now();
        return views.stream().map(view -> row(view, scheme, holding)).toList();
    }

    private Row row(IncidentView view, GradingScheme scheme, Desks.Holding holding) {
        String locality = view.locality();
        Instant attendBy = view.attendBy();
        String gradeLabel = gradeLabel(view.grade(), scheme);
        Queue.Placed placed = placed(view, scheme);
        var why = new ArrayList<String>();
        why.add(units(view));
        if (view.open()) {
            why.add(keepers.inList(view, holding));
        }
        if (view.callers() > 1) {
            why.add("%d callers".formatted(view.callers()));
        }
        why.addAll(placed.reasons());
        if (view.regradeAsked()) {
            why.add("regrade asked");
        }
        why.add("opened " + time(view.openedAt()));
        if (view.restricted()) {
            why.add("restricted to named persons");
        }
        return new Row(
                rowId(view.incident()),
                placed.rank(),
                "/incidents/" + view.incident(),
                view.grade().code(),
                gradeLabel,
                scheme.typeLabel(view.type()),
                locality == null ? NO_LOCALITY : locality,
                awaited(view) && attendBy != null ? attendBy.toString() : "",
                state(view, scheme),
                number(view.incident()),
                String.join(" · ", why));
    }

    static String rowId(IncidentRef ref) {
        return "incident-" + ref;
    }

    private Queue.Placed placed(IncidentView view, GradingScheme scheme) {
        return Queue.place(
                new Queue.Standing(
                        view.incident(),
                        view.grade(),
                        view.stage(),
                        view.risks(),
                        view.openedAt(),
                        view.attendBy(),
                        view.divertedAt() != null),
                scheme,
                policies.inForce(QueueRules.KIND, clock.now()).only());
    }

    /// The units committed and where they stand, or how the incident waits.
    private String units(IncidentView view) {
        if (!view.units().isEmpty()) {
            UnitStatuses statuses = statuses();
            return view.units().stream()
                    .map(unit -> "%s %s"
                            .formatted(
                                    unit.unit().callsign(),
                                    statuses.of(unit.status()).label().toLowerCase(Locale.UK)))
                    .collect(Collectors.joining(", "));
        }
        return switch (view.stage()) {
            case WAITING -> "no unit yet";
            case ASSIGNED, ATTENDED -> "attended, no result yet";
            case RESULTED -> "resulted, to be closed";
            case CLOSED -> "closed";
        };
    }

    UnitStatuses statuses() {
        return policies.inForce(UnitStatuses.KIND, clock.now()).only();
    }

    String status(UnitStatus status) {
        return statuses().of(status).label();
    }

    private static String state(IncidentView view, GradingScheme scheme) {
        String result = view.result();
        if (view.open()) {
            return awaited(view) ? (view.attendBy() == null ? "no time to attend" : "") : attended(view);
        }
        return "closed: "
                + (result == null
                        ? ""
                        : scheme.result(result)
                                .map(GradingScheme.ResultRow::label)
                                .orElse(result));
    }

    /// Whether somebody is still to get there, so that the time to attend runs.
    private static boolean awaited(IncidentView view) {
        return switch (view.stage()) {
            case WAITING, ASSIGNED -> true;
            case ATTENDED, RESULTED, CLOSED -> false;
        };
    }

    private static String attended(IncidentView view) {
        return view.stage() == IncidentView.Stage.RESULTED ? "to be closed" : "attended";
    }

    static String gradeLabel(Grade grade, GradingScheme scheme) {
        return scheme.grade(grade).map(GradingScheme.GradeRow::label).orElse(grade.code());
    }

    List<Count> counts(List<IncidentView> open, GradingScheme scheme) {
        return scheme.grades().stream()
                .map(row -> new Count(row.grade().code(), row.label(), (int) open.stream()
                        .filter(view -> view.grade().equals(row.grade()))
                        .count()))
                .toList();
    }

    List<Choice> types(GradingScheme scheme, String chosen) {
        return scheme.types().stream()
                .map(row -> new Choice(row.code(), row.label(), row.code().equals(chosen)))
                .toList();
    }

    List<Choice> grades(GradingScheme scheme, String chosen) {
        return scheme.grades().stream()
                .map(row -> new Choice(
                        row.grade().code(),
                        "%s · %s".formatted(row.grade().code(), row.label()),
                        row.grade().code().equals(chosen)))
                .toList();
    }

    List<Choice> results(GradingScheme scheme, String chosen) {
        return scheme.results().stream()
                .map(row -> new Choice(row.code(), row.label(), row.code().equals(chosen)))
                .toList();
    }

    static List<Choice> channels(String chosen) {
        return List.of(Channel.values()).stream()
                .map(channel ->
                        new Choice(channel.name(), of(channel), channel.name().equals(chosen)))
                .toList();
    }

    static String of(Channel channel) {
        return switch (channel) {
            case EMERGENCY_CALL -> "999";
            case NON_EMERGENCY_CALL -> "101";
            case RADIO -> "Radio";
            case FRONT_COUNTER -> "Front counter";
            case ONLINE -> "Online";
            case SEEN_BY_OFFICER -> "Seen by an officer";
            case OTHER_AGENCY -> "Another agency";
        };
    }

    static String of(EnteredHow how) {
        return switch (how) {
            case SCREEN -> "at a screen";
            case TERMINAL -> "by a terminal";
            case RADIO -> "by radio";
            case TELEPHONE -> "by telephone";
            case IMPORT -> "by an import";
            case PROGRAM -> "by the program";
        };
    }
}

package org.bluelamp.control.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Release;
import org.bluelamp.control.QueueRules;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a line of a log says beside the words in it, and how its mark looks.
@Component
class LogWords {
    private final Wording wording;
    private final Names names;
    private final Policies policies;
    private final ServiceClock clock;
    private final Keepers keepers;

    LogWords(Wording wording, Names names, Policies policies, ServiceClock clock, Keepers keepers) {
        this.wording = wording;
        this.names = names;
        this.policies = policies;
        this.clock = clock;
        this.keepers = keepers;
    }

    /// `dot` is how the mark looks; only words people wrote can be put right.
    record Said(String kind, String dot, boolean correctable) {
        private static Said plain(String kind) {
            return new Said(kind, "", false);
        }

        private static Said news(String kind) {
            return new Said(kind, "accent", false);
        }

        private static Said alarm(String kind) {
            return new Said(kind, "alarm", false);
        }

        private static Said good(String kind) {
            return new Said(kind, "good", false);
        }
    }

    Said of(IncidentEvent event, GradingScheme scheme, Names.Looked looked) {
        return switch (event) {
            case IncidentEvent.Log log -> log(log, scheme, looked);
            case IncidentEvent.Grading grading -> grading(grading, scheme);
            case IncidentEvent.Despatch despatch -> despatch(despatch, looked);
            case IncidentEvent.Link link -> link(link);
            case IncidentEvent.Ending ending -> ending(ending, scheme);
        };
    }

    private Said log(IncidentEvent.Log event, GradingScheme scheme, Names.Looked looked) {
        return switch (event) {
            case IncidentEvent.Opened e ->
                new Said(
                        "Opened as %s, grade %s, by %s"
                                .formatted(
                                        scheme.typeLabel(e.type()),
                                        Wording.gradeLabel(e.grade(), scheme),
                                        Wording.of(e.channel())),
                        "accent",
                        true);
            case IncidentEvent.LiesNear e ->
                Said.plain("Near the border of "
                        + e.boroughs().stream()
                                .map(borough -> names.of(AreaKind.BOROUGH, borough.code()))
                                .collect(Collectors.joining(", ")));
            case IncidentEvent.NoteAdded _ -> new Said("", "", true);
            case IncidentEvent.ReportedAfterClose e ->
                new Said("Report after closing, for %s to see to".formatted(looked.of(e.conflictFor())), "alarm", true);
            case IncidentEvent.NoteCorrected e -> new Said("Corrects line " + e.corrects(), "", true);
            case IncidentEvent.Restricted e ->
                Said.alarm(
                        "Restricted to " + e.persons().stream().map(looked::of).collect(Collectors.joining(", ")));
            case IncidentEvent.PassedOn e ->
                Said.plain("Next action from %s to %s: %s"
                        .formatted(keepers.named(e.from(), looked), keepers.named(e.to(), looked), passing(e.why())));
        };
    }

    private static String passing(IncidentEvent.Passing why) {
        return switch (why) {
            case BY_HAND -> "by hand";
            case BREAK -> "a break";
            case SIGNED_OFF -> "signed off";
            case CONNECTION_LOST -> "connection lost";
            case RETURNED -> "somebody is back at the desk";
            case ON_CALL_NAMED -> "another person is on call";
        };
    }

    private Said grading(IncidentEvent.Grading event, GradingScheme scheme) {
        return switch (event) {
            case IncidentEvent.Assessed e ->
                e.risks().isEmpty()
                        ? Said.plain("Assessed: no risk beyond its grade")
                        : Said.alarm("Assessed: " + risks(e));
            case IncidentEvent.Regraded e -> Said.news("Graded %s, was %s".formatted(e.grade(), e.from()));
            case IncidentEvent.RegradeAsked e ->
                Said.alarm(e.grade() == null ? "Asks for another grade" : "Asks for grade " + e.grade());
            case IncidentEvent.RegradeDeclined _ -> Said.plain("The grade stays");
            case IncidentEvent.AppointmentMade e ->
                Said.news("Appointment %s to %s".formatted(wording.time(e.from()), wording.time(e.until())));
        };
    }

    private String risks(IncidentEvent.Assessed event) {
        QueueRules rules = policies.inForce(QueueRules.KIND, clock.now()).only();
        return event.risks().stream()
                .sorted()
                .map(risk -> rules.of(risk).label())
                .collect(Collectors.joining(", "));
    }

    private Said despatch(IncidentEvent.Despatch event, Names.Looked looked) {
        String unit = event.unit().callsign().text();
        return switch (event) {
            case IncidentEvent.UnitAssigned e ->
                Said.news(
                        e.divertedFrom() == null
                                ? unit + " sent"
                                : "%s sent, diverted from %s".formatted(unit, wording.number(e.divertedFrom())));
            case IncidentEvent.UnitStatusSaid e -> {
                String says = unit + " " + wording.status(e.status()).toLowerCase(Locale.UK);
                yield e.conflictFor() == null
                        ? new Said(says, e.status().arrived() ? "good" : "", false)
                        : Said.alarm(
                                "%s, which does not fit: for %s to see to".formatted(says, looked.of(e.conflictFor())));
            }
            case IncidentEvent.UnitReleased e -> released(e, unit);
            case IncidentEvent.UnitRestored e ->
                Said.plain("%s on it again: %s".formatted(unit, wording.status(e.status())));
        };
    }

    private Said released(IncidentEvent.UnitReleased event, String unit) {
        return switch (event.how()) {
            case Release.STOOD_DOWN -> Said.plain(unit + " stood down");
            case Release.DIVERTED ->
                Said.alarm("%s diverted%s: a unit is needed again".formatted(unit, to(event.to())));
            case Release.FINISHED -> Said.plain(unit + " has done");
            case Release.UNDONE -> Said.plain("Sending %s taken back".formatted(unit));
            case Release.WENT_OFF -> Said.alarm(unit + " went off duty: a unit is needed again");
        };
    }

    private String to(@Nullable IncidentRef incident) {
        return incident == null ? "" : " to " + wording.number(incident);
    }

    private Said link(IncidentEvent.Link event) {
        return switch (event) {
            case IncidentEvent.SameAs e -> Said.news("The same as " + wording.number(e.other()));
            case IncidentEvent.DuplicateLinked e -> Said.plain(wording.number(e.duplicate()) + " is the same");
            case IncidentEvent.RelatedTo e -> Said.plain("Has to do with " + wording.number(e.other()));
            case IncidentEvent.CallerLinked e -> new Said("One more caller, by " + Wording.of(e.channel()), "", true);
        };
    }

    private Said ending(IncidentEvent.Ending event, GradingScheme scheme) {
        return switch (event) {
            case IncidentEvent.Resulted e -> Said.good("Result: " + result(e.result(), scheme));
            case IncidentEvent.Coded e -> Said.plain(coded(e));
            case IncidentEvent.Closed e -> Said.good("Closed: " + result(e.result(), scheme));
            case IncidentEvent.Reopened _ -> Said.alarm("Goes on");
        };
    }

    private static String result(String code, GradingScheme scheme) {
        return scheme.result(code).map(GradingScheme.ResultRow::label).orElse(code);
    }

    private String coded(IncidentEvent.Coded event) {
        ClosingRules rules = policies.inForce(ClosingRules.KIND, clock.now()).only();
        String none = event.noCrime();
        String category = event.category();
        String what = event.crimeNumber() != null
                ? "Crime " + event.crimeNumber()
                : "No crime: "
                        + (none == null
                                ? ""
                                : rules.noCrimeReason(none)
                                        .map(ClosingRules.CodeRow::label)
                                        .orElse(none));
        return List.of(
                        what,
                        category == null
                                ? ""
                                : rules.category(category)
                                        .map(ClosingRules.CodeRow::label)
                                        .orElse(category))
                .stream()
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}

package org.bluelamp.control.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Problems;
import org.bluelamp.console.RequestFault;
import org.bluelamp.control.Asked;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.Looks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Units for other programs: `/api/v1/units`, and sending them: `/api/v1/incidents/{ref}/assignments`.
@RestController
class UnitsApi {
    private final Units units;
    private final Incidents incidents;
    private final Askers askers;
    private final Looks looks;

    UnitsApi(Units units, Incidents incidents, Askers askers, Looks looks) {
        this.units = units;
        this.incidents = incidents;
        this.askers = askers;
        this.looks = looks;
    }

    /// A unit on duty; `unit` is its tour, times in ISO 8601.
    record Listed(
            String unit,
            String callsign,
            String kind,
            @Nullable String borough,
            int crew,
            List<String> skills,
            String status,
            @Nullable String incident,
            Instant since,
            Instant until) {
        static Listed of(UnitView view) {
            var borough = view.borough();
            IncidentRef incident = view.incident();
            return new Listed(
                    view.unit().toString(),
                    view.callsign().text(),
                    view.kind(),
                    borough == null ? null : borough.code(),
                    view.crew().size(),
                    view.skills(),
                    view.status().name(),
                    incident == null ? null : incident.toString(),
                    view.since(),
                    view.until());
        }
    }

    /// The unit to send, by callsign or tour; `divert` takes it from another incident, with a reason.
    record AssignBody(
            @Nullable String unit,
            @Nullable String reason,
            @Nullable Boolean divert) {}

    /// A status of a unit; one towards an incident is for the one it is committed to. `FINISHED` lets it go.
    /// `at` is when it was so, where that is not now.
    record StatusBody(
            @Nullable String status,
            @Nullable String incident,
            @Nullable Instant at) {}

    @GetMapping("/api/v1/units")
    @Needs("unit.read")
    List<Listed> list() {
        List<Listed> listed =
                units.onDuty(askers.sight()).stream().map(Listed::of).toList();
        looks.search("/api/v1/units", List.of("units/%d".formatted(listed.size())));
        return listed;
    }

    @PostMapping("/api/v1/incidents/{ref}/assignments")
    @Needs("incident.despatch")
    ResponseEntity<?> assign(
            @PathVariable String ref,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody AssignBody body) {
        IncidentRef incident = IncidentPages.incident(ref);
        UnitView unit = unit(body.unit());
        Asked asked = askers.asked(EnteredHow.TERMINAL, IncidentsApi.key(key));
        String reason = body.reason() == null ? "" : body.reason();
        return answer(
                () -> incidents.handle(
                        Boolean.TRUE.equals(body.divert())
                                ? new IncidentRequest.Divert(asked, incident, unit.unit(), reason)
                                : new IncidentRequest.Assign(asked, incident, unit.unit(), reason)),
                _ -> Map.of("incident", incident.toString(), "unit", unit.unit().toString()));
    }

    @PostMapping("/api/v1/units/{callsign}/status")
    @Needs("unit.status")
    ResponseEntity<?> status(
            @PathVariable String callsign,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody StatusBody body) {
        UnitView unit = unit(callsign);
        Asked asked = askers.asked(EnteredHow.TERMINAL, IncidentsApi.key(key));
        String status = body.status() == null ? "" : body.status().toUpperCase(Locale.ROOT);
        IncidentRef incident = body.incident() == null ? unit.incident() : IncidentPages.incident(body.incident());
        if (status.equals("FINISHED") && incident != null) {
            return answer(
                    () -> incidents.handle(new IncidentRequest.Finish(asked, incident, unit.unit())), _ -> now(unit));
        }
        UnitStatus said = Stream.of(UnitStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> new RequestFault("status", "The status (%s) is not known.".formatted(status)));
        if (said.onIncident() && incident != null) {
            Instant at = body.at() == null ? asked.at() : body.at();
            return answer(
                    () -> incidents.handle(new IncidentRequest.SayStatus(asked, incident, unit.unit(), said, at)),
                    _ -> now(unit));
        }
        return answer(() -> units.handle(new UnitRequest.Say(asked, unit.unit(), said)), _ -> now(unit));
    }

    private Listed now(UnitView unit) {
        return units.find(unit.unit()).map(Listed::of).orElseGet(() -> Listed.of(unit));
    }

    private UnitView unit(@Nullable String text) {
        String word = text == null ? "" : text.toUpperCase(Locale.UK);
        Optional<UnitView> found = DespatchPages.tour(word)
                .flatMap(units::find)
                .or(() -> DespatchPages.callsign(word).flatMap(units::find));
        return found.orElseThrow(() -> new RequestFault("unit", "No unit (%s) is on duty.".formatted(word)));
    }

    /// What is decided, with the two ways others can be quicker.
    private interface Act<E> {
        Decision<E, IncidentRefusal> decide();
    }

    private static <E> ResponseEntity<?> answer(Act<E> act, Function<List<E>, Object> body) {
        try {
            return switch (act.decide()) {
                case Decision.Accepted<E, IncidentRefusal> accepted -> ResponseEntity.ok(body.apply(accepted.events()));
                case Decision.Refused<E, IncidentRefusal> refused ->
                    problem(IncidentProblems.problem(refused.refusal()));
            };
        } catch (KeyReused _) {
            return problem(Problems.of(
                    HttpStatus.CONFLICT, "console/overtaken", "The key was used before for another request."));
        } catch (StaleStream _) {
            return problem(Problems.of(HttpStatus.CONFLICT, "console/overtaken", IncidentForm.OVERTAKEN));
        }
    }

    private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

package org.bluelamp.control.web;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Problems;
import org.bluelamp.console.RequestFault;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamRead;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Incidents for other programs: `/api/v1/incidents`.
@RestController
class IncidentsApi {
    private static final String ROUTE = "/api/v1/incidents";

    private final Incidents incidents;
    private final Places places;
    private final Askers askers;
    private final Looks looks;

    IncidentsApi(Incidents incidents, Places places, Askers askers, Looks looks) {
        this.incidents = incidents;
        this.places = places;
        this.askers = askers;
        this.looks = looks;
    }

    /// An incident in a list; times in ISO 8601, nothing personal.
    record Listed(
            String ref,
            String type,
            String grade,
            String stage,
            @Nullable String result,
            @Nullable String locality,
            @Nullable String borough,
            @Nullable String ward,
            Instant openedAt,
            @Nullable Instant attendBy,
            int lines,
            boolean restricted) {
        static Listed of(IncidentView view) {
            var borough = view.borough();
            return new Listed(
                    view.incident().toString(),
                    view.type(),
                    view.grade().code(),
                    view.stage().name().toLowerCase(Locale.ROOT),
                    view.result(),
                    view.locality(),
                    borough == null ? null : borough.code(),
                    view.ward(),
                    view.openedAt(),
                    view.attendBy(),
                    view.lines(),
                    view.restricted());
        }
    }

    /// A list and how many it holds at most.
    record Page(List<Listed> incidents, int max) {}

    /// What opens an incident. `place` is resolved by the gazetteer; where it is in several places, `chosen` is
    /// the point `latitude,longitude` in microdegrees of the one that is meant.
    record OpenBody(
            @Nullable String type,
            @Nullable String grade,
            @Nullable String place,
            @Nullable String chosen,
            @Nullable String said,
            @Nullable String caller,
            @Nullable String channel) {
        IncidentForm form() {
            var fields = new HashMap<String, String>();
            put(fields, "type", type);
            put(fields, "grade", grade);
            put(fields, "place", place);
            put(fields, "chosen", chosen);
            put(fields, "said", said);
            put(fields, "caller", caller);
            put(fields, "channel", channel);
            return new IncidentForm(fields, Set.of());
        }

        private static void put(Map<String, String> fields, String field, @Nullable String value) {
            if (value != null) {
                fields.put(field, value);
            }
        }
    }

    /// One entry of a log with its envelope.
    record Line(
            int line,
            long position,
            String event,
            Instant happenedAt,
            Instant recordedAt,
            String actor,
            String role,
            String enteredBy,
            String how,
            String words) {}

    /// A log and the version of its stream: the number of its entries.
    record Log(String ref, long version, List<Line> lines) {}

    @GetMapping(ROUTE)
    @Needs("incident.read")
    Page list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "500") int max) {
        List<IncidentView> views = q.isBlank()
                ? incidents.open(askers.sight(), Math.clamp(max, 1, Incidents.BOARD_MAX))
                : incidents.search(q, askers.sight());
        looks.search(
                ROUTE, views.stream().map(view -> "incident/" + view.incident()).toList());
        return new Page(
                views.stream().map(Listed::of).toList(), q.isBlank() ? Incidents.BOARD_MAX : Incidents.FOUND_MAX);
    }

    @PostMapping(ROUTE)
    @Needs("incident.open")
    ResponseEntity<?> open(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key, @RequestBody OpenBody body) {
        RequestKey requestKey = key(key);
        IncidentForm form = body.form();
        form.faults().forEach((field, sentence) -> {
            throw new RequestFault(field, sentence);
        });
        var request = form.open(
                askers.asked(EnteredHow.TERMINAL, requestKey), places.given(form.text("place"), form.text("chosen")));
        try {
            return switch (incidents.handle(request)) {
                case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted -> {
                    IncidentRef ref = accepted.events().getFirst().incident();
                    yield ResponseEntity.created(URI.create(ROUTE + "/" + ref + "/log"))
                            .body(Map.of("ref", ref.toString()));
                }
                case Decision.Refused<IncidentEvent, IncidentRefusal> refused ->
                    problem(IncidentProblems.problem(refused.refusal()));
            };
        } catch (KeyReused _) {
            return problem(Problems.of(
                    HttpStatus.CONFLICT, "console/overtaken", "The key was used before for another request."));
        } catch (StaleStream _) {
            return problem(Problems.of(HttpStatus.CONFLICT, "console/overtaken", IncidentForm.OVERTAKEN));
        }
    }

    static RequestKey key(String text) {
        return Askers.key(text)
                .orElseThrow(() -> new RequestFault(
                        "Idempotency-Key", "Every request that changes something carries a key of 8 to 128 signs."));
    }

    @GetMapping(ROUTE + "/{ref}/log")
    @Needs("incident.read")
    ResponseEntity<?> log(@PathVariable String ref) {
        IncidentRef incident = IncidentPages.incident(ref);
        var log = incidents.log(incident, askers.sight());
        if (log.isEmpty()) {
            return problem(IncidentProblems.problem(new UnknownIncident(incident)));
        }
        looks.page(ROUTE + "/{ref}/log", List.of("incident/" + incident));
        return ResponseEntity.ok(log(incident, log.get()));
    }

    private static Log log(IncidentRef ref, StreamRead<IncidentEvent> read) {
        return new Log(
                ref.toString(),
                read.version(),
                read.entries().stream().map(IncidentsApi::line).toList());
    }

    private static Line line(Recorded<IncidentEvent> entry) {
        var said = Spoken.of(entry.event());
        return new Line(
                said.number(),
                entry.position(),
                entry.type(),
                entry.act().happened().at(),
                entry.recordedAt(),
                entry.act().actor().text(),
                entry.act().role().code(),
                entry.act().enteredBy().text(),
                entry.act().how().name(),
                said.words().orMark());
    }

    private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

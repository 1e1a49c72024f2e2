package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.web.IncidentScreens.Proof;
import org.bluelamp.control.web.IncidentScreens.ProvenLine;
import org.bluelamp.journal.Proofs;
import org.bluelamp.journal.Proofs.InclusionProof;
import org.bluelamp.journal.Proofs.StreamProof;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.Looks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The proof that an incident's log is in the record and whole, to be printed or kept, and how to check it.
@Controller
class ProofPages {
    private final Incidents incidents;
    private final Proofs proofs;
    private final Shells shells;
    private final Pages pages;

    /// What a page of one incident needs beside its subject.
    @org.springframework.stereotype.Component
    record Pages(Askers askers, Wording wording, Looks looks) {}

    ProofPages(Incidents incidents, Proofs proofs, Shells shells, Pages pages) {
        this.incidents = incidents;
        this.proofs = proofs;
        this.shells = shells;
        this.pages = pages;
    }

    @GetMapping("/incidents/{ref:\\d.*}/proof")
    @Needs("incident.read")
    ModelAndView page(@PathVariable String ref) {
        IncidentRef incident = IncidentPages.incident(ref);
        StreamRead<IncidentEvent> log = log(incident);
        pages.looks().page("/incidents/{ref}/proof", List.of("incident/" + incident));
        Optional<StreamProof> proof = sealed(log);
        var screen = new Proof(
                shells.page("Proof of " + pages.wording().number(incident), "incident-proof"),
                incident.toString(),
                log.stream().text(),
                proof.map(StreamProof::lastVersion).orElse(0L),
                proof.map(whole -> lines(log, whole)).orElse(List.of()),
                proof.map(whole -> whole.entries().getFirst().note()).orElse(""),
                proofs.publicKeys(),
                proof.map(whole ->
                                proofs.check(whole.text(), proofs.publicKeys()).holds())
                        .orElse(false),
                proof.map(StreamProof::text).orElse(""));
        return new ModelAndView("control/proof", Map.of("screen", screen));
    }

    /// The same as a text to keep or to give away.
    @GetMapping("/incidents/{ref:\\d.*}/proof.txt")
    @Needs("incident.read")
    ResponseEntity<String> text(@PathVariable String ref) {
        IncidentRef incident = IncidentPages.incident(ref);
        StreamRead<IncidentEvent> log = log(incident);
        StreamProof proof = sealed(log)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, "The newest line is not sealed yet. Ask again in a second."));
        pages.looks().page("/incidents/{ref}/proof.txt", List.of("incident/" + incident));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"incident-%s.proof\"".formatted(incident))
                .body(proof.text());
    }

    private StreamRead<IncidentEvent> log(IncidentRef incident) {
        return incidents.log(incident, pages.askers().sight()).orElseThrow(() -> IncidentPages.unknown(incident));
    }

    /// The proof of the whole log; empty in the second before its newest line is sealed.
    private Optional<StreamProof> sealed(StreamRead<IncidentEvent> log) {
        try {
            return Optional.of(proofs.stream(log.stream()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private List<ProvenLine> lines(StreamRead<IncidentEvent> log, StreamProof proof) {
        return proof.entries().stream()
                .flatMap(entry -> log.entries().stream()
                        .filter(recorded -> recorded.position() == entry.position())
                        .map(recorded -> line(recorded, entry)))
                .toList();
    }

    private ProvenLine line(Recorded<IncidentEvent> recorded, InclusionProof entry) {
        return new ProvenLine(
                Spoken.of(recorded.event()).number(),
                recorded.type(),
                pages.wording().exact(recorded.act().happened().at()),
                recorded.act().actor().text(),
                recorded.position(),
                recorded.version(),
                entry.path().size());
    }
}

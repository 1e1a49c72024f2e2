package org.bluelamp.control.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shortcut;
import org.bluelamp.control.Asked;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Sending units to an incident and what they say, its grade and risks, its links, going on with it.
@Controller
class DespatchPages {
    private static final RoleCode CREW = new RoleCode("RESPONSE_OFFICER");

    private final IncidentPages pages;
    private final Units units;
    private final Wording wording;
    private final ZoneId zone;

    DespatchPages(
            IncidentPages pages, Units units, Wording wording, @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.pages = pages;
        this.units = units;
        this.wording = wording;
        this.zone = zone;
    }

    @Bean
    static CommandVerb assignVerb() {
        return new CommandVerb(
                "assign", "assign CALLSIGN", "Send a unit", "incident", "incident.despatch", "send:#assign");
    }

    @Bean
    static CommandVerb divertVerb() {
        return new CommandVerb(
                "divert",
                "divert CALLSIGN REASON",
                "Take a unit from where it is and send it",
                "incident",
                "incident.despatch",
                "send:#divert");
    }

    @Bean
    static CommandVerb standDownVerb() {
        return new CommandVerb(
                "standdown",
                "standdown CALLSIGN REASON",
                "Stand a unit down",
                "incident",
                "incident.despatch",
                "send:#stand-down");
    }

    @Bean
    static CommandVerb sayVerb() {
        return new CommandVerb(
                "say",
                "say CALLSIGN CODE",
                "Enter a status heard on the radio",
                "incident",
                "unit.status",
                "send:#say");
    }

    @Bean
    static CommandVerb linkVerb() {
        return new CommandVerb(
                "same", "same NUMBER", "This is the same as another", "incident", "incident.despatch", "send:#same");
    }

    @Bean
    static CommandVerb relateVerb() {
        return new CommandVerb(
                "relate", "relate NUMBER", "This has to do with another", "incident", "incident.open", "send:#relate");
    }

    @Bean
    static Shortcut sayKey() {
        return new Shortcut("s", "Enter a unit's status heard on the radio", "incident", "focus:#say");
    }

    @Bean
    static Shortcut regradeKey() {
        return new Shortcut("e", "Another grade", "incident", "focus:#grade");
    }

    @Bean
    static Shortcut undoKey() {
        return new Shortcut("z", "Take back my last assignment or stand-down", "incident", "click:#undo");
    }

    @PostMapping("/incidents/{ref:\\d.*}/assignments")
    @Needs("incident.despatch")
    ModelAndView assign(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(ref, "unit", IncidentPages.form(sent), (form, asked, incident) -> {
            Named named = named(form.text("unit"), form.text("reason"));
            return new IncidentRequest.Assign(asked, incident, named.unit(), named.rest());
        });
    }

    @PostMapping("/incidents/{ref:\\d.*}/diverts")
    @Needs("incident.despatch")
    ModelAndView divert(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(ref, "unit", IncidentPages.form(sent), (form, asked, incident) -> {
            Named named = named(form.text("unit"), form.text("reason"));
            return new IncidentRequest.Divert(asked, incident, named.unit(), named.rest());
        });
    }

    @PostMapping("/incidents/{ref:\\d.*}/stand-downs")
    @Needs("incident.despatch")
    ModelAndView standDown(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(ref, "unit", IncidentPages.form(sent), (form, asked, incident) -> {
            Named named = named(form.text("unit"), form.text("reason"));
            return new IncidentRequest.StandDown(asked, incident, named.unit(), named.rest());
        });
    }

    /// What a unit says by radio, entered by whoever heard it (D19): a status towards the incident, or that it
    /// has done.
    @PostMapping("/incidents/{ref:\\d.*}/statuses")
    @Needs("unit.status")
    ModelAndView status(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(ref, "unit", IncidentPages.form(sent), (form, asked, incident) -> {
            Named named = named(form.text("unit"), form.text("status"));
            return said(heard(asked, named), incident, named.unit(), named.rest());
        });
    }

    private IncidentRequest.Change said(Asked asked, IncidentRef incident, TourRef unit, String words) {
        return status(words)
                .<IncidentRequest.Change>map(
                        status -> new IncidentRequest.SayStatus(asked, incident, unit, status, asked.at()))
                .orElseGet(() -> {
                    if (words.isEmpty() || words.equalsIgnoreCase("done")) {
                        return new IncidentRequest.Finish(asked, incident, unit);
                    }
                    throw new IncidentForm.Unreadable(
                            "unit", "The status (%s) is none of %s, done.".formatted(words, codes()));
                });
    }

    private String codes() {
        return wording.statuses().statuses().stream()
                .filter(row -> row.status().onIncident())
                .map(row -> "%s (%s)".formatted(row.code(), row.label().toLowerCase(Locale.UK)))
                .collect(Collectors.joining(", "));
    }

    /// A status by its name, its code or its words.
    private Optional<UnitStatus> status(String words) {
        return wording.statuses().statuses().stream()
                .filter(row -> Stream.of(row.status().name(), row.code(), row.label())
                        .anyMatch(known -> known.equalsIgnoreCase(words)))
                .map(UnitStatuses.StatusRow::status)
                .findFirst();
    }

    /// The crew said it, whoever enters it heard it; where the unit has no crew on the record it is the
    /// enterer's own.
    private Asked heard(Asked asked, Named named) {
        return units.find(named.unit())
                .map(UnitView::crew)
                .filter(crew -> !crew.isEmpty())
                .filter(crew -> !crew.contains(asked.enteredBy()))
                .map(crew -> asked.saidBy(crew.getFirst(), CREW, EnteredHow.RADIO))
                .orElse(asked);
    }

    @PostMapping("/incidents/{ref:\\d.*}/undo")
    @Needs("incident.despatch")
    ModelAndView undo(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "unit",
                IncidentPages.form(sent),
                (_, asked, incident) -> new IncidentRequest.Undo(asked, incident));
    }

    @PostMapping("/incidents/{ref:\\d.*}/grade")
    @Needs("incident.regrade")
    ModelAndView regrade(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "grade",
                IncidentPages.form(sent),
                (form, asked, incident) -> form.text("grade").isEmpty()
                        ? new IncidentRequest.DeclineRegrade(asked, incident, form.text("reason"))
                        : new IncidentRequest.Regrade(
                                asked, incident, new Grade(form.text("grade")), form.text("reason")));
    }

    @PostMapping("/incidents/{ref:\\d.*}/grade-wanted")
    @Needs("incident.open")
    ModelAndView askRegrade(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "grade",
                IncidentPages.form(sent),
                (form, asked, incident) -> new IncidentRequest.AskRegrade(
                        asked,
                        incident,
                        form.text("grade").isEmpty() ? null : new Grade(form.text("grade")),
                        form.text("reason")));
    }

    @PostMapping("/incidents/{ref:\\d.*}/risks")
    @Needs("incident.open")
    ModelAndView assess(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        Set<String> named = Set.copyOf(sent.getOrDefault("risks", List.of()));
        return pages.changed(
                ref,
                "grade",
                IncidentPages.form(sent),
                (form, asked, incident) -> new IncidentRequest.Assess(
                        asked,
                        incident,
                        Stream.of(Risk.values())
                                .filter(risk -> named.contains(risk.name()))
                                .collect(Collectors.toSet()),
                        null,
                        form.text("words")));
    }

    @PostMapping("/incidents/{ref:\\d.*}/appointment")
    @Needs("incident.open")
    ModelAndView appoint(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "appointment",
                IncidentPages.form(sent),
                (form, asked, incident) -> new IncidentRequest.Appoint(
                        asked, incident, local(form, "from"), local(form, "until"), form.text("words")));
    }

    private Instant local(IncidentForm form, String field) {
        try {
            return LocalDateTime.parse(form.text(field)).atZone(zone).toInstant();
        } catch (DateTimeParseException _) {
            throw new IncidentForm.Unreadable("appointment", "A day and a time are needed, such as 2026-11-23T10:00.");
        }
    }

    @PostMapping("/incidents/{ref:\\d.*}/duplicate")
    @Needs("incident.despatch")
    ModelAndView duplicate(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "link",
                IncidentPages.form(sent),
                (form, asked, incident) -> new IncidentRequest.LinkDuplicate(asked, incident, other(form, incident)));
    }

    @PostMapping("/incidents/{ref:\\d.*}/related")
    @Needs("incident.open")
    ModelAndView relate(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "link",
                IncidentPages.form(sent),
                (form, asked, incident) -> new IncidentRequest.Relate(asked, incident, other(form, incident)));
    }

    /// A whole reference, or the number of the same day as people say it aloud.
    private static IncidentRef other(IncidentForm form, IncidentRef incident) {
        String text = form.text("other").replaceFirst("^#", "");
        String whole = text.matches("[1-9]\\d{0,5}") ? incident.day() + "-" + text : text;
        return IncidentPages.reference(whole)
                .orElseThrow(() -> new IncidentForm.Unreadable(
                        "link", "The other incident is a number of the day, or a day and a number."));
    }

    @PostMapping("/incidents/{ref:\\d.*}/result")
    @Needs("unit.status")
    ModelAndView result(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "closing",
                IncidentPages.form(sent),
                (form, asked, incident) ->
                        new IncidentRequest.SayResult(asked, incident, form.text("result"), form.text("words")));
    }

    @PostMapping("/incidents/{ref:\\d.*}/reopening")
    @Needs("incident.open")
    ModelAndView reopen(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(
                ref,
                "reopening",
                IncidentPages.form(sent),
                (form, asked, incident) -> new IncidentRequest.Reopen(asked, incident, form.text("reason")));
    }

    /// A unit and the words that follow it.
    private record Named(TourRef unit, String rest) {}

    /// A tour, or a callsign as it is said, with what follows it in the same line where nothing is said apart.
    private Named named(String text, String apart) {
        String[] words = text.strip().split("\\s+", 2);
        String rest = apart.isEmpty() && words.length > 1 ? words[1] : apart;
        return new Named(unit(words[0].toUpperCase(Locale.UK)), rest);
    }

    private TourRef unit(String word) {
        return tour(word)
                .or(() -> callsign(word).flatMap(units::find).map(UnitView::unit))
                .orElseThrow(() -> new IncidentForm.Unreadable("unit", "No unit (%s) is on duty.".formatted(word)));
    }

    static Optional<TourRef> tour(String word) {
        return word.matches("\\d{4}-\\d{2}-\\d{2}-[A-Z][A-Z0-9-]{1,9}-[1-9]")
                ? Optional.of(TourRef.of(word))
                : Optional.empty();
    }

    static Optional<Callsign> callsign(@Nullable String word) {
        return word != null && word.matches("[A-Z][A-Z0-9-]{1,9}") ? Optional.of(new Callsign(word)) : Optional.empty();
    }
}

package org.bluelamp.contact.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.web.ContactScreens.Choice;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Decision;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An officer's own discovery, heard by voice: a stop on sight, a pursuit. Incident, unit and time in one act, the
/// unit at the scene from the first moment.
@Controller
class SeenPages {
    /// The types of the grading scheme that are seen rather than called about, the first by default.
    private static final List<String> TYPES = List.of("STOP", "PURSUIT", "ASSISTANCE");

    private final Contacts contacts;
    private final Units units;
    private final ContactWording wording;
    private final CallTakers takers;
    private final Shells shells;

    SeenPages(Contacts contacts, Units units, ContactWording wording, CallTakers takers, Shells shells) {
        this.contacts = contacts;
        this.units = units;
        this.wording = wording;
        this.takers = takers;
        this.shells = shells;
    }

    @GetMapping("/contacts/seen")
    @Needs("contact.take")
    ModelAndView form(@RequestParam Map<String, String> sent) {
        return show(new CallForm(sent), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/contacts/seen")
    @Needs("contact.take")
    ModelAndView seen(@RequestParam Map<String, String> sent) {
        var form = new CallForm(sent);
        Map<String, String> faults = form.faults();
        Optional<RequestKey> key = form.key();
        if (!faults.isEmpty() || key.isEmpty()) {
            return show(form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<UnitView> unit = unit(form);
        if (unit.isEmpty()) {
            return show(
                    form,
                    Map.of("callsign", "No unit (%s) is on duty.".formatted(form.text("callsign"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        CallTaker taker = takers.taker(EnteredHow.RADIO, key.get());
        String said = form.text("said").isEmpty()
                ? "%s by %s"
                        .formatted(
                                wording.scheme().typeLabel(form.text("type")),
                                unit.get().callsign().text())
                : form.text("said");
        var fields = new java.util.HashMap<>(form.fields());
        fields.put("said", said);
        var request = new ContactRequest.Finish(
                taker,
                takers.contactOf(key.get()),
                ContactChannel.OFFICER,
                taker.at(),
                new CallForm(fields).account(contacts.place(form.text("place"), form.text("chosen"))),
                Assessment.NONE,
                new Outcome.OpenIncident(unit.get().unit()));
        return switch (contacts.handle(request)) {
            case Decision.Accepted<ContactEvent, ContactRefusal> _ -> opened(request.contact());
            case Decision.Refused<ContactEvent, ContactRefusal>(ContactRefusal refusal) ->
                show(form, Map.of(CallForm.fieldOf(refusal), refusal.sentence()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView opened(ContactId contact) {
        return contacts.find(contact, takers.sight())
                .map(ContactView::incident)
                .map(incident -> ContactBoardPages.to("/incidents/" + incident))
                .orElseGet(() -> ContactBoardPages.to("/contacts?ended=" + contact));
    }

    private Optional<UnitView> unit(CallForm form) {
        String said = form.text("callsign").toUpperCase(Locale.ROOT).replace(" ", "");
        return said.matches("[A-Z][A-Z0-9-]{1,9}") ? units.find(new Callsign(said)) : Optional.empty();
    }

    private ModelAndView show(CallForm form, Map<String, String> errors, HttpStatus status) {
        String chosen = form.text("type");
        List<Choice> types = TYPES.stream()
                .filter(code -> wording.scheme().type(code).isPresent())
                .map(code -> new Choice(code, wording.scheme().typeLabel(code), code.equals(chosen)))
                .toList();
        var screen = new ContactScreens.Seen(
                shells.room("Seen by an officer", "seen"),
                form.key().isPresent() && !errors.containsKey("form") ? form.text("key") : takers.newKey(),
                form.fields(),
                errors,
                types);
        return new ModelAndView("contact/seen", Map.of("screen", screen), status);
    }
}

package org.bluelamp.contact.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.Draft;
import org.bluelamp.contact.web.BesideWords.Shown;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.Looks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The call taker's form: kept as it is typed, with what stands beside it, until the contact comes to its end.
@Controller
class CallPages {
    private static final String ROUTE = "/contacts/{contact}";

    private final Contacts contacts;
    private final ContactWording wording;
    private final BesideWords besideWords;
    private final RecordedPage recorded;
    private final CallTakers takers;
    private final Around around;

    /// What every page needs around its content.
    @org.springframework.stereotype.Component
    record Around(Shells shells, Looks looks) {}

    CallPages(
            Contacts contacts,
            ContactWording wording,
            BesideWords besideWords,
            RecordedPage recorded,
            CallTakers takers,
            Around around) {
        this.contacts = contacts;
        this.wording = wording;
        this.besideWords = besideWords;
        this.recorded = recorded;
        this.takers = takers;
        this.around = around;
    }

    @GetMapping("/contacts/new")
    @Needs("contact.take")
    ModelAndView fresh(@RequestParam Map<String, String> sent) {
        return show(contacts.newContact(), new CallForm(sent), Map.of(), HttpStatus.OK);
    }

    @GetMapping("/contacts/{contact:c-[0-9a-f]{16}}")
    @Needs("contact.read")
    ModelAndView one(@PathVariable String contact) {
        var id = new ContactId(contact);
        ContactView view = contacts.find(id, takers.sight()).orElseThrow(() -> unknown(id));
        if (!view.unfinished() || !takers.viewer().actor().equals(view.owner())) {
            return recorded.show(view);
        }
        var form = contacts.draft(id, takers.sight())
                .map(Draft::fields)
                .map(CallForm::new)
                .orElseGet(() -> new CallForm(recorded.came(id)));
        return show(id, form, Map.of(), HttpStatus.OK);
    }

    /// Keeps what is typed and answers with what stands beside it.
    @PostMapping("/contacts/{contact:c-[0-9a-f]{16}}/draft")
    @Needs("contact.take")
    ModelAndView keep(@PathVariable String contact, @RequestParam Map<String, String> sent) {
        var id = new ContactId(contact);
        var form = new CallForm(sent);
        Map<String, String> typed = form.typed();
        int characters = typed.values().stream().mapToInt(String::length).sum();
        if (characters > Contacts.DRAFT_CHARACTERS_MAX) {
            return notKept("These are %,d characters, and %,d at most are kept."
                    .formatted(characters, Contacts.DRAFT_CHARACTERS_MAX));
        }
        CallTaker taker = takers.taker(EnteredHow.SCREEN, beginning(id));
        var begun = new ContactRequest.Begin(taker, id, form.channel(), form.receivedAt(taker.at()));
        Optional<Draft> kept = contacts.save(begun, typed);
        if (kept.isEmpty()) {
            return notKept("This contact is over, or somebody else has it now.");
        }
        putChannelRight(id, form);
        Shown shown = beside(id, form, "saved " + wording.second(kept.get().savedAt()));
        around.looks().search("/contacts/{contact}/draft", shown.references());
        return new ModelAndView("contact/parts", Map.of("beside", shown.beside()));
    }

    /// A contact begins with the first key, before anybody has said how it reached us.
    private void putChannelRight(ContactId contact, CallForm form) {
        ContactChannel said = form.channel();
        contacts.find(contact, takers.sight())
                .filter(view -> !form.text("channel").isEmpty() && view.channel() != said)
                .ifPresent(_ -> contacts.handle(new ContactRequest.PutChannelRight(
                        takers.taker(EnteredHow.SCREEN, new RequestKey(takers.newKey())), contact, said)));
    }

    private static ModelAndView notKept(String why) {
        return new ModelAndView("contact/notKept", Map.of("why", why), HttpStatus.CONFLICT);
    }

    /// Beginning is one request however often the form is kept.
    private static RequestKey beginning(ContactId contact) {
        return new RequestKey("begin:" + contact);
    }

    @PostMapping("/contacts/{contact:c-[0-9a-f]{16}}/end")
    @Needs("contact.take")
    ModelAndView end(@PathVariable String contact, @RequestParam Map<String, String> sent) {
        var id = new ContactId(contact);
        var form = new CallForm(sent);
        Map<String, String> faults = new LinkedHashMap<>(form.faults());
        RequestKey key = form.key().orElse(null);
        if (key == null || !faults.isEmpty()) {
            return show(id, form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        putChannelRight(id, form);
        CallTaker taker = takers.taker(EnteredHow.SCREEN, key);
        var request = new ContactRequest.Finish(
                taker,
                id,
                form.channel(),
                form.receivedAt(taker.at()),
                form.account(contacts.place(form.text("place"), form.text("chosen"))),
                form.assessment(),
                form.outcome().orElseThrow());
        try {
            return switch (contacts.handle(request)) {
                case Decision.Accepted<ContactEvent, ContactRefusal> _ -> onward(id);
                case Decision.Refused<ContactEvent, ContactRefusal>(ContactRefusal refusal) ->
                    show(
                            id,
                            form,
                            Map.of(CallForm.fieldOf(refusal), refusal.sentence()),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (KeyReused _) {
            return show(id, form, Map.of("form", CallForm.KEY_REUSED), HttpStatus.CONFLICT);
        } catch (StaleStream _) {
            return show(id, form, Map.of("form", CallForm.OVERTAKEN), HttpStatus.CONFLICT);
        }
    }

    /// To the incident that was opened, where its opener may see it; else back to the list for the next call.
    private ModelAndView onward(ContactId contact) {
        Optional<ContactView> view = contacts.find(contact, takers.sight());
        IncidentRef incident = view.map(ContactView::incident).orElse(null);
        boolean opened = incident != null
                && view.map(each -> each.stage() == ContactView.Stage.INCIDENT).orElse(false)
                && recorded.seen(incident);
        return ContactBoardPages.to(opened ? "/incidents/" + incident : "/contacts?ended=" + contact);
    }

    private Shown beside(ContactId contact, CallForm form, String saved) {
        Account account = form.account(contacts.place(form.text("place"), form.text("chosen")));
        return besideWords.shown(
                contacts.beside(contact, account, form.answers(), takers.sight()),
                form,
                account,
                saved,
                takers.sight());
    }

    private ModelAndView show(ContactId contact, CallForm form, Map<String, String> errors, HttpStatus status) {
        var shell = around.shells().room("Take a call", "call");
        GradingScheme scheme = wording.scheme();
        Instant now = takers.now();
        Optional<ContactView> view = contacts.find(contact, takers.sight());
        String saved = view.map(ContactView::savedAt)
                .map(at -> "saved " + wording.second(at))
                .orElse("nothing typed yet");
        boolean again = errors.containsKey("form") || form.text("key").isEmpty();
        Shown shown = beside(contact, form, saved);
        List<String> references = Stream.concat(
                        view.stream().map(_ -> Contacts.stream(contact).text()), shown.references().stream())
                .toList();
        if (!references.isEmpty()) {
            around.looks().page(view.isPresent() ? ROUTE : "/contacts/new", references);
        }
        var screen = new ContactScreens.Call(
                shell,
                contact.text(),
                again ? takers.newKey() : form.text("key"),
                view.isPresent(),
                view.map(ContactView::receivedAt).orElse(form.receivedAt(now)).toString(),
                recorded.came(contact).getOrDefault("said", ""),
                form.fields(),
                errors,
                ContactWording.channels(view.map(each -> each.channel().name()).orElse(form.text("channel"))),
                wording.types(scheme, form.text("type")),
                wording.grades(scheme, form.text("grade")),
                shown.beside());
        return new ModelAndView("contact/call", Map.of("screen", screen), status);
    }

    static ResponseStatusException unknown(ContactId contact) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, new ContactRefusal.UnknownContact(contact).sentence());
    }
}

package org.bluelamp.contact.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.web.ContactScreens.Row;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.Decision;
import org.bluelamp.people.Looks;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The list of contacts: what waits, what somebody has not finished, what is over; answering and taking over.
@Controller
class ContactBoardPages {
    private final Contacts contacts;
    private final ContactWording wording;
    private final CallTakers takers;
    private final Shells shells;
    private final Looks looks;

    ContactBoardPages(Contacts contacts, ContactWording wording, CallTakers takers, Shells shells, Looks looks) {
        this.contacts = contacts;
        this.wording = wording;
        this.takers = takers;
        this.shells = shells;
        this.looks = looks;
    }

    @Bean
    static NavItem contactsNavItem() {
        return new NavItem("Contacts", "/contacts", "g c", "contact.read", 5);
    }

    @Bean
    static Shortcut newContactKey() {
        return new Shortcut("n", "Take a call", "contacts", "click:#new-contact");
    }

    @Bean
    static Shortcut answerKey() {
        return new Shortcut("a", "Answer the next contact", "contacts", "click:#answer-next");
    }

    @Bean
    static Shortcut seenKey() {
        return new Shortcut("s", "A stop or pursuit seen by an officer", "contacts", "click:#seen");
    }

    @Bean
    static Shortcut takeCallKey() {
        return new Shortcut("c", "Take a call", "incidents", "href:/contacts/new");
    }

    @Bean
    static CommandVerb callVerb() {
        return new CommandVerb("call", "call", "Take a call", "*", "contact.take", "href:/contacts/new");
    }

    @Bean
    static CommandVerb stopVerb() {
        return new CommandVerb(
                "stop",
                "stop CALLSIGN",
                "A stop on sight",
                "*",
                "contact.take",
                "href:/contacts/seen?type=STOP&callsign={text}");
    }

    @Bean
    static CommandVerb pursuitVerb() {
        return new CommandVerb(
                "pursuit",
                "pursuit CALLSIGN",
                "A pursuit called by voice",
                "*",
                "contact.take",
                "href:/contacts/seen?type=PURSUIT&callsign={text}");
    }

    @GetMapping("/contacts")
    @Needs("contact.read")
    ModelAndView board(@RequestParam(defaultValue = "") String ended, @RequestParam(defaultValue = "") String none) {
        var shell = shells.room("Contacts", "contacts");
        List<ContactView> waiting = contacts.waiting(takers.sight());
        List<ContactView> unfinished = contacts.unfinished(takers.sight());
        List<ContactView> over = contacts.over(takers.sight());
        looks.page(
                "/contacts",
                Stream.of(waiting, unfinished, over)
                        .flatMap(List::stream)
                        .map(view -> Contacts.stream(view.contact()).text())
                        .toList());
        var me = takers.viewer().actor();
        return new ModelAndView(
                "contact/board",
                Map.of(
                        "screen",
                        new ContactScreens.Board(
                                shell,
                                rows(waiting),
                                rows(unfinished.stream()
                                        .filter(view -> me.equals(view.owner()))
                                        .toList()),
                                rows(unfinished.stream()
                                        .filter(view -> !me.equals(view.owner()))
                                        .toList()),
                                rows(over),
                                note(ended, none),
                                takers.newKey(),
                                takers.viewer().may("contact.take"))));
    }

    private List<Row> rows(List<ContactView> views) {
        GradingScheme scheme = wording.scheme();
        return views.stream().map(view -> wording.row(view, scheme)).toList();
    }

    private String note(String ended, String none) {
        if (!none.isEmpty()) {
            return "Nobody waits to be answered.";
        }
        return ended.matches("c-[0-9a-f]{16}")
                ? contacts.find(new ContactId(ended), takers.sight())
                        .map(view -> "The contact of %s.".formatted(wording.state(view)))
                        .orElse("")
                : "";
    }

    @PostMapping("/contacts/next")
    @Needs("contact.take")
    ModelAndView answerNext(@RequestParam Map<String, String> sent) {
        RequestKey key = new CallForm(sent).key().orElseGet(() -> new RequestKey(takers.newKey()));
        return contacts.answerNext(takers.taker(EnteredHow.SCREEN, key))
                .map(contact -> to("/contacts/" + contact))
                .orElseGet(() -> to("/contacts?none=yes"));
    }

    @PostMapping("/contacts/{contact:c-[0-9a-f]{16}}/answer")
    @Needs("contact.take")
    ModelAndView answer(@PathVariable String contact, @RequestParam Map<String, String> sent) {
        return asked(new ContactRequest.Answer(takers.taker(EnteredHow.SCREEN, key(sent)), new ContactId(contact)));
    }

    @PostMapping("/contacts/{contact:c-[0-9a-f]{16}}/taking-over")
    @Needs("contact.take")
    ModelAndView takeOver(@PathVariable String contact, @RequestParam Map<String, String> sent) {
        return asked(new ContactRequest.TakeOver(takers.taker(EnteredHow.SCREEN, key(sent)), new ContactId(contact)));
    }

    private RequestKey key(Map<String, String> sent) {
        return new CallForm(sent).key().orElseGet(() -> new RequestKey(takers.newKey()));
    }

    /// To the contact in any case: its page says who has it now. One that is not there, or not theirs to see, is not
    /// asked for.
    private ModelAndView asked(ContactRequest request) {
        if (contacts.find(request.contact(), takers.sight()).isEmpty()) {
            throw CallPages.unknown(request.contact());
        }
        return switch (contacts.handle(request)) {
            case Decision.Accepted<?, ?> _, Decision.Refused<?, ?> _ -> to("/contacts/" + request.contact());
        };
    }

    static ModelAndView to(String path) {
        return new ModelAndView(new RedirectView(path));
    }
}

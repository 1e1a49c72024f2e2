package org.bluelamp.persons.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.people.Looks;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.MemberView;
import org.bluelamp.persons.Persons;
import org.bluelamp.persons.PersonsFact;
import org.bluelamp.persons.PersonsRefusal;
import org.bluelamp.persons.PersonsRequest;
import org.bluelamp.persons.WarningRef;
import org.bluelamp.persons.WarningView;
import org.bluelamp.persons.web.PersonsScreens.Found;
import org.bluelamp.persons.web.PersonsScreens.Sent;
import org.bluelamp.persons.web.PersonsScreens.WarningForm;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Members of the public: found by name, number or address; the card of each; warnings. Every page is looked at in
/// the looking-log.
@Controller
class PersonsPages {
    private static final int KEY_BYTES = 16;

    private final Persons persons;
    private final PersonsWords words;
    private final Viewers viewers;
    private final Shells shells;
    private final Looks looks;
    private final Now now;

    /// The time, and chance for the keys of forms.
    @org.springframework.stereotype.Component
    record Now(ServiceClock clock, RandomGenerator random) {
        String key() {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }

    PersonsPages(Persons persons, PersonsWords words, Viewers viewers, Shells shells, Looks looks, Now now) {
        this.persons = persons;
        this.words = words;
        this.viewers = viewers;
        this.shells = shells;
        this.looks = looks;
        this.now = now;
    }

    @Bean
    static NavItem personsNavItem() {
        return new NavItem("Persons", "/persons", "g m", "persons.read", 20);
    }

    @Bean
    static Shortcut findPersonKey() {
        return new Shortcut("f", "Find a person by name, number or address", "persons", "focus:#person-q");
    }

    @Bean
    static Shortcut warnKey() {
        return new Shortcut("w", "Set a warning", "person", "focus:#warning-kind");
    }

    @GetMapping("/persons")
    @Needs("persons.read")
    ModelAndView search(@RequestParam Map<String, String> sent) {
        return showSearch(new PersonsForm(sent).text("q"), new Sent("", "", sent), HttpStatus.OK);
    }

    @PostMapping("/persons")
    @Needs("persons.write")
    ModelAndView meet(@RequestParam Map<String, String> sent) {
        var form = new PersonsForm(sent);
        MemberRef member = persons.newMember();
        String why = form.fault().isEmpty()
                ? handled(new PersonsRequest.Meet(member, form.identities(), form.saidBy()), form)
                : form.fault();
        return why.isEmpty()
                ? to(member.text())
                : showSearch("", new Sent("meet", why, sent), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/persons/{ref:m-[0-9a-f]{16}}")
    @Needs("persons.read")
    ModelAndView card(@PathVariable String ref) {
        return showCard(new MemberRef(ref), Sent.NOTHING, HttpStatus.OK);
    }

    @PostMapping("/persons/{ref:m-[0-9a-f]{16}}/links")
    @Needs("persons.write")
    ModelAndView link(@PathVariable String ref, @RequestParam Map<String, String> sent) {
        var form = new PersonsForm(sent);
        Optional<Identity> identity = Stream.of(Identity.Kind.values())
                .filter(kind -> kind.name().equals(form.text("kind")))
                .findFirst()
                .flatMap(kind -> Identity.of(kind, form.text("said"), null));
        return identity.map(known -> onCard(
                        new PersonsRequest.AssertLink(new MemberRef(ref), known, form.saidBy()), form, ref, "link"))
                .orElseGet(() -> showCard(
                        new MemberRef(ref),
                        new Sent("link", new PersonsRefusal.NothingKnown().sentence(), sent),
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/persons/{ref:m-[0-9a-f]{16}}/links/{link:\\d{1,6}}/withdrawal")
    @Needs("persons.write")
    ModelAndView withdrawLink(
            @PathVariable String ref, @PathVariable int link, @RequestParam Map<String, String> sent) {
        var form = new PersonsForm(sent);
        return onCard(new PersonsRequest.WithdrawLink(new MemberRef(ref), link, form.text("why")), form, ref, "links");
    }

    @PostMapping("/persons/{ref:m-[0-9a-f]{16}}/warnings")
    @Needs("persons.warn")
    ModelAndView warn(@PathVariable String ref, @RequestParam Map<String, String> sent) {
        var form = new PersonsForm(sent);
        return onCard(warning(form, new MemberRef(ref), null), form, ref, "warning");
    }

    @PostMapping("/persons/warnings")
    @Needs("persons.warn")
    ModelAndView warnOfSubject(@RequestParam Map<String, String> sent) {
        var form = new PersonsForm(sent);
        String why = form.fault().isEmpty() ? handled(warning(form, null, form.subject()), form) : form.fault();
        return why.isEmpty()
                ? showSearch(form.text("subject"), Sent.NOTHING, HttpStatus.OK)
                : showSearch("", new Sent("warning", why, sent), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private PersonsRequest warning(
            PersonsForm form,
            @org.jspecify.annotations.Nullable MemberRef member,
            @org.jspecify.annotations.Nullable Identity subject) {
        return new PersonsRequest.SetWarning(
                persons.newWarning(),
                form.text("kind"),
                member,
                subject,
                form.until(words.zone()),
                new PersonsRequest.Reasons(form.text("words"), form.text("why")),
                now.clock().now());
    }

    @PostMapping("/persons/warnings/{ref:w-[0-9a-f]{16}}/withdrawal")
    @Needs("persons.warn")
    ModelAndView withdrawWarning(@PathVariable String ref, @RequestParam Map<String, String> sent) {
        var form = new PersonsForm(sent);
        var request = new PersonsRequest.WithdrawWarning(new WarningRef(ref), form.text("why"));
        if (form.text("member").matches("m-[0-9a-f]{16}")) {
            return onCard(request, form, form.text("member"), "warnings");
        }
        String why = form.fault().isEmpty() ? handled(request, form) : form.fault();
        return showSearch(
                form.text("q"),
                new Sent("warnings", why, Map.of()),
                why.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Asks for it and goes to the card, or shows the card with why not.
    private ModelAndView onCard(PersonsRequest request, PersonsForm form, String ref, String name) {
        String why = form.fault().isEmpty() ? handled(request, form) : form.fault();
        return why.isEmpty()
                ? to(ref)
                : showCard(new MemberRef(ref), new Sent(name, why, form.fields()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Why it was refused, or empty.
    private String handled(PersonsRequest request, PersonsForm form) {
        Viewer viewer = viewers.require();
        var happened = new Happened(now.clock().now(), Happened.Precision.MICROSECOND, "screen");
        Act act = Act.byScreen(viewer.actor(), viewer.role(), happened)
                .withKey(form.key().orElseThrow());
        return switch (persons.handle(request, act)) {
            case Decision.Accepted<PersonsFact, PersonsRefusal> _ -> "";
            case Decision.Refused<PersonsFact, PersonsRefusal>(PersonsRefusal refusal) -> refusal.sentence();
        };
    }

    private static ModelAndView to(String ref) {
        return new ModelAndView(new RedirectView("/persons/" + ref));
    }

    private ModelAndView showSearch(String query, Sent sent, HttpStatus status) {
        var shell = shells.page("Persons", "persons");
        Viewer viewer = viewers.require();
        var at = now.clock().now();
        List<MemberView> found = persons.search(query);
        List<Identity> asked = Stream.of(Identity.Kind.NUMBER, Identity.Kind.ADDRESS)
                .flatMap(kind -> Identity.of(kind, query, null).stream())
                .toList();
        List<WarningView> warnings = persons.warnings(asked, List.of(), at);
        looks.search("/persons", references(found, warnings));
        return new ModelAndView(
                "persons/search",
                Map.of(
                        "screen",
                        new PersonsScreens.Search(
                                shell,
                                query,
                                found.stream()
                                        .map(member -> new Found(
                                                "/persons/" + member.member(),
                                                member.name(),
                                                PersonsWords.knownBy(member),
                                                persons.warnings(List.of(), List.of(member.member()), at)
                                                        .size()))
                                        .toList(),
                                warnings.stream().map(words::warning).toList(),
                                sent,
                                now.key(),
                                viewer.may("persons.write"),
                                form("/persons/warnings", true, sent),
                                viewer.may("persons.warn"))),
                status);
    }

    private WarningForm form(String action, boolean subject, Sent sent) {
        Sent own = sent.is("warning") ? sent : Sent.NOTHING;
        return new WarningForm(action, now.key(), subject, words.kinds(own.of("kind")), own);
    }

    private ModelAndView showCard(MemberRef ref, Sent sent, HttpStatus status) {
        var shell = shells.page("Person", "person");
        Viewer viewer = viewers.require();
        MemberView member = persons.find(ref)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, new PersonsRefusal.UnknownMember(ref).sentence()));
        List<Identity> identities = member.links().stream()
                .filter(link -> !link.withdrawn())
                .flatMap(link -> Identity.of(link.kind(), link.words(), link.borough()).stream())
                .filter(identity -> identity.kind() != Identity.Kind.NAME)
                .toList();
        List<WarningView> warnings =
                persons.warnings(identities, List.of(ref), now.clock().now());
        looks.page("/persons/{ref}", references(List.of(member), warnings));
        return new ModelAndView(
                "persons/card",
                Map.of(
                        "screen",
                        new PersonsScreens.Card(
                                shell,
                                ref.text(),
                                member.name(),
                                "known since " + words.exact(member.metAt()),
                                member.links().stream().map(words::link).toList(),
                                warnings.stream().map(words::warning).toList(),
                                sent,
                                now.key(),
                                viewer.may("persons.write"),
                                form("/persons/%s/warnings".formatted(ref), false, sent),
                                viewer.may("persons.warn"))),
                status);
    }

    private static List<String> references(List<MemberView> members, List<WarningView> warnings) {
        return Stream.concat(
                        members.stream()
                                .map(member -> Persons.stream(member.member()).text()),
                        warnings.stream()
                                .map(warning ->
                                        Persons.stream(warning.warning()).text()))
                .toList();
    }
}

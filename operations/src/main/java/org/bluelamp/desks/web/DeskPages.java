package org.bluelamp.desks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.SeatView;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.Looks;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who sits where: taking a desk, a break, coming back, signing off, and what supervisors enter for others.
@Controller
@RequestMapping("/desks")
class DeskPages {
    /// How many of the last events the page shows.
    static final int LATEST = 20;

    private static final String DONE = "redirect:/desks";

    private final Desks desks;
    private final People people;
    private final DeskWords words;
    private final Viewers viewers;
    private final Shells shells;
    private final Looks looks;
    private final ServiceClock clock;

    DeskPages(Desks desks, People people, DeskWords words, Signed signed, Shells shells, ServiceClock clock) {
        this.desks = desks;
        this.people = people;
        this.words = words;
        this.viewers = signed.viewers();
        this.shells = shells;
        this.looks = signed.looks();
        this.clock = clock;
    }

    /// Who looks, and where that is written down.
    @org.springframework.stereotype.Component("deskSigned")
    record Signed(Viewers viewers, Looks looks) {}

    @Bean
    static NavItem desksNavItem() {
        return new NavItem("Desks", "/desks", "g s", "desks.read", 15);
    }

    @Bean
    static Shortcut sitKey() {
        return new Shortcut("s", "Sit down at a desk", "desks", "focus:#sit-desk");
    }

    @Bean
    static Shortcut getUpKey() {
        return new Shortcut("x", "Leave my desks", "desks", "click:#get-up");
    }

    @Bean
    static Shortcut enterKey() {
        return new Shortcut("e", "Enter for somebody else", "desks", "focus:#entered-person");
    }

    @Bean
    static CommandVerb breakVerb() {
        return new CommandVerb("break", "break", "Take a break, or come back", "*", "desks.sit", "click:#break");
    }

    @GetMapping
    @Needs("desks.read")
    String page(Model model) {
        return show(model, Optional.empty());
    }

    @PostMapping("/sit")
    @Needs("desks.sit")
    String sit(@RequestParam(defaultValue = "") String desk, Model model, HttpServletResponse response) {
        Viewer viewer = viewers.require();
        return code(desk)
                .map(code ->
                        ask(new DeskRequest.Sit(code, viewer.actor(), viewer.role(), true), own(), model, response))
                .orElseGet(() -> fault("Choose a desk of the list.", model, response));
    }

    @PostMapping("/break")
    @Needs("desks.sit")
    String takeBreak(Model model, HttpServletResponse response) {
        return ask(new DeskRequest.Break(viewers.require().actor()), own(), model, response);
    }

    @PostMapping("/back")
    @Needs("desks.sit")
    String comeBack(Model model, HttpServletResponse response) {
        return ask(new DeskRequest.Return(viewers.require().actor()), own(), model, response);
    }

    @PostMapping("/get-up")
    @Needs("desks.sit")
    String getUp(Model model, HttpServletResponse response) {
        return ask(new DeskRequest.GetUp(viewers.require().actor(), Optional.empty()), own(), model, response);
    }

    /// What somebody said by radio or telephone, entered by whoever heard it.
    @PostMapping("/entered")
    @Needs("desks.manage")
    String enter(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String desk,
            @RequestParam(defaultValue = "") String how,
            Model model,
            HttpServletResponse response) {
        Optional<PersonView> said = person(person);
        Optional<EnteredHow> heard = heard(how);
        if (said.isEmpty() || heard.isEmpty()) {
            return fault("Choose who said it, and how.", model, response);
        }
        ActorId actor = said.get().person().actor();
        Optional<DeskCode> code = code(desk);
        RoleCode role = role(said.get(), code);
        Optional<DeskRequest> request = switch (what) {
            case "SIT" -> code.map(at -> new DeskRequest.Sit(at, actor, role, false));
            case "BREAK" -> Optional.of(new DeskRequest.Break(actor));
            case "BACK" -> Optional.of(new DeskRequest.Return(actor));
            case "GET_UP" -> Optional.of(new DeskRequest.GetUp(actor, Optional.empty()));
            default -> Optional.empty();
        };
        return request.map(asked -> ask(asked, entered(actor, role, heard.get()), model, response))
                .orElseGet(() -> fault("Choose what they do, and at which desk they sit down.", model, response));
    }

    @PostMapping("/on-call")
    @Needs("desks.manage")
    String nameOnCall(@RequestParam(defaultValue = "") String person, Model model, HttpServletResponse response) {
        return person(person)
                .map(named -> ask(new DeskRequest.NameOnCall(named.person().actor()), own(), model, response))
                .orElseGet(() -> fault("Choose who is on call.", model, response));
    }

    /// The role in which somebody sits at a desk: the first of their posts that may.
    private RoleCode role(PersonView person, Optional<DeskCode> desk) {
        List<RoleCode> may = desk.flatMap(code -> desks.plan().desk(code))
                .map(DeskPlan.Desk::roles)
                .orElse(List.of());
        List<RoleCode> held = person.posts().stream().map(PersonView.Post::role).toList();
        return held.stream()
                .filter(may::contains)
                .findFirst()
                .or(() -> held.stream().findFirst())
                .orElse(new RoleCode("NO_POST"));
    }

    private Optional<PersonView> person(String text) {
        return text.matches("p-[1-9]\\d{0,8}") ? people.find(new PersonId(text)) : Optional.empty();
    }

    private static Optional<EnteredHow> heard(String text) {
        return Stream.of(EnteredHow.TELEPHONE, EnteredHow.RADIO, EnteredHow.SCREEN)
                .filter(how -> how.name().equals(text))
                .findFirst();
    }

    private static Optional<DeskCode> code(String text) {
        return text.matches("[a-z][a-z0-9-]{1,31}") ? Optional.of(new DeskCode(text)) : Optional.empty();
    }

    private Act own() {
        Viewer viewer = viewers.require();
        return Act.byScreen(viewer.actor(), viewer.role(), happened(EnteredHow.SCREEN));
    }

    private Act entered(ActorId by, RoleCode role, EnteredHow how) {
        return new Act(
                by,
                role,
                viewers.require().actor(),
                how,
                Optional.empty(),
                happened(how),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private Happened happened(EnteredHow how) {
        return new Happened(
                clock.now(), Happened.Precision.MICROSECOND, how.name().toLowerCase(java.util.Locale.ROOT));
    }

    private String ask(DeskRequest request, Act act, Model model, HttpServletResponse response) {
        try {
            return switch (desks.handle(request, act)) {
                case Decision.Accepted<DeskEvent, DeskRefusal> _ -> DONE;
                case Decision.Refused<DeskEvent, DeskRefusal>(DeskRefusal refusal) -> {
                    response.setStatus(status(refusal).value());
                    yield show(model, Optional.of(words.page().sentence(refusal)));
                }
            };
        } catch (StaleStream _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(
                    model, Optional.of("Others did the same at this moment, and this was not taken. Send it again."));
        }
    }

    private static HttpStatus status(DeskRefusal refusal) {
        return switch (refusal) {
            case DeskRefusal.RoleMayNotSit _ -> HttpStatus.FORBIDDEN;
            case DeskRefusal.UnknownDesk _, DeskRefusal.NobodySitsThere _, DeskRefusal.NotForOnCall _ ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            case DeskRefusal.Taken _,
                    DeskRefusal.ThereAlready _,
                    DeskRefusal.OnBreak _,
                    DeskRefusal.NotOnBreak _,
                    DeskRefusal.AtNoDesk _,
                    DeskRefusal.NothingLost _ -> HttpStatus.CONFLICT;
        };
    }

    private String fault(String sentence, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(model, Optional.of(sentence));
    }

    private String show(Model model, Optional<String> fault) {
        Shell shell = shells.room("Desks", "desks");
        Viewer viewer = viewers.require();
        List<SeatView> seats = desks.room();
        List<Recorded<DeskEvent>> latest = desks.latest(LATEST);
        DeskWords.Page page = words.page();
        Optional<DesksScreen.Entering> entering =
                viewer.may("desks.manage") ? Optional.of(page.entering(seats)) : Optional.empty();
        List<DesksScreen.Row> rows = page.rows(seats);
        DesksScreen.Mine mine = page.mine(desks.of(viewer.actor()), viewer.may("desks.sit"));
        List<DesksScreen.Choice> free = page.free(seats, Optional.of(viewer.role()));
        List<DesksScreen.Line> lines = latest.stream().map(page::line).toList();
        List<String> shown = page.shown();
        looks.page("/desks", shown);
        model.addAttribute("screen", new DesksScreen(shell, rows, mine, free, entering, lines, shown, fault));
        return "desks/desks";
    }
}

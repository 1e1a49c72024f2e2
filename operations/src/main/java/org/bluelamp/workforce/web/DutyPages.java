package org.bluelamp.workforce.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.RequestFault;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.Looks;
import org.bluelamp.people.PersonId;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourRefusal;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Who is on duty, and booking on and off. Borough roles see their own borough.
@Controller
@RequestMapping("/duties")
class DutyPages {
    private final Tours tours;
    private final Viewers viewers;
    private final Looks looks;
    private final Shells shells;
    private final ServiceClock clock;
    private final DutyWords words;

    DutyPages(Tours tours, Viewers viewers, Looks looks, Shells shells, ServiceClock clock, DutyWords words) {
        this.tours = tours;
        this.viewers = viewers;
        this.looks = looks;
        this.shells = shells;
        this.clock = clock;
        this.words = words;
    }

    @Bean
    static NavItem dutiesNavItem() {
        return new NavItem("Duties", "/duties", "g d", "duties.read", 25);
    }

    @Bean
    static Shortcut bookShortcut() {
        return new Shortcut("b", "Book on or off", "duty", "click:#book");
    }

    @GetMapping
    @Needs("duties.read")
    String duties(Model model) {
        Shell shell = shells.page("Duties", "duties");
        Instant now = clock.now();
        Viewer viewer = viewers.require();
        List<TourView> seen = words.around(tours, now).stream()
                .filter(tour -> sees(viewer, tour))
                .toList();
        looks.page("/duties", people(seen));
        model.addAttribute("screen", words.duties(shell, viewer, seen, now));
        return "workforce/duties";
    }

    @GetMapping("/{tour}")
    @Needs("duties.read")
    String duty(@PathVariable String tour, Model model) {
        return show(found(tour), model, Optional.empty(), Optional.empty());
    }

    @PostMapping("/{tour}/book-on")
    @Needs("duties.book")
    String bookOn(
            @PathVariable String tour,
            @RequestParam(defaultValue = "") String parade,
            Model model,
            HttpServletResponse response) {
        TourView found = found(tour);
        Optional<String> code = Optional.of(parade.strip()).filter(text -> !text.isEmpty());
        try {
            var request = new TourRequest.BookOn(found.tour(), viewers.require().borough(), clock.now(), code);
            return ask(found, request, model, response);
        } catch (IllegalArgumentException unfit) {
            throw new RequestFault("parade", String.valueOf(unfit.getMessage()), unfit);
        }
    }

    @PostMapping("/{tour}/book-off")
    @Needs("duties.book")
    String bookOff(@PathVariable String tour, Model model, HttpServletResponse response) {
        TourView found = found(tour);
        var request = new TourRequest.BookOff(found.tour(), viewers.require().borough(), clock.now());
        return ask(found, request, model, response);
    }

    private String ask(TourView tour, TourRequest request, Model model, HttpServletResponse response) {
        Viewer viewer = viewers.require();
        var happened = new Happened(clock.now(), Happened.Precision.MICROSECOND, "screen");
        return switch (tours.handle(request, Act.byScreen(viewer.actor(), viewer.role(), happened))) {
            case Decision.Accepted<TourEvent, TourRefusal> _ ->
                show(
                        tours.find(tour.tour()).orElseThrow(),
                        model,
                        Optional.of("Recorded at %s.".formatted(words.time(clock.now()))),
                        Optional.empty());
            case Decision.Refused<TourEvent, TourRefusal>(TourRefusal refusal) -> {
                response.setStatus(status(refusal).value());
                yield show(tour, model, Optional.empty(), Optional.of(refusal.sentence()));
            }
        };
    }

    private static HttpStatus status(TourRefusal refusal) {
        return switch (refusal) {
            case TourRefusal.UnknownTour _ -> HttpStatus.NOT_FOUND;
            case TourRefusal.OtherBorough _ -> HttpStatus.FORBIDDEN;
            case TourRefusal.AlreadyPlanned _,
                    TourRefusal.AlreadyOn _,
                    TourRefusal.NotOn _,
                    TourRefusal.TourOver _,
                    TourRefusal.BoundElsewhere _ -> HttpStatus.CONFLICT;
            case TourRefusal.OutsideItsTime _,
                    TourRefusal.UnknownKind _,
                    TourRefusal.UnknownSkill _,
                    TourRefusal.CrewSize _,
                    TourRefusal.SkillMissing _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private String show(TourView tour, Model model, Optional<String> done, Optional<String> fault) {
        Shell shell = shells.page(tour.callsign().text(), "duty");
        looks.page("/duties/{tour}", people(List.of(tour)));
        boolean may = viewers.require().may("duties.book");
        model.addAttribute("screen", words.tour(shell, tour, may, clock.now()).with(done, fault));
        return "workforce/duty";
    }

    /// What the person may not see is not there.
    private TourView found(String text) {
        try {
            return tours.find(TourRef.of(text))
                    .filter(tour -> sees(viewers.require(), tour))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException unread) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such tour.", unread);
        }
    }

    private static boolean sees(Viewer viewer, TourView tour) {
        return viewer.borough().isEmpty() || viewer.borough().equals(tour.borough());
    }

    private static List<String> people(List<TourView> seen) {
        return seen.stream()
                .flatMap(tour -> tour.people().stream())
                .map(PersonId::text)
                .distinct()
                .toList();
    }
}

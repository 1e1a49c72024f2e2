package org.bluelamp.actions.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRefusal;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.ActionView;
import org.bluelamp.actions.Actions;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.people.Looks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of what one must do, answered where it stands.
@Controller
@RequestMapping("/actions")
class ActionPages {
    /// The longest answer. Units: characters.
    private static final int ANSWER_CHARACTERS_MAX = 500;

    private static final String INCIDENT = "incident/";

    private final Actions actions;
    private final Viewers viewers;
    private final Looks looks;
    private final Shells shells;
    private final ServiceClock clock;

    ActionPages(Actions actions, Viewers viewers, Looks looks, Shells shells, ServiceClock clock) {
        this.actions = actions;
        this.viewers = viewers;
        this.looks = looks;
        this.shells = shells;
        this.clock = clock;
    }

    @GetMapping
    @Needs("actions.read")
    String page(Model model) {
        return show(model, Optional.empty(), Optional.empty());
    }

    /// An answer that was not taken: what was typed is kept, and why not stands beside it.
    private record NotTaken(ActionId action, String words, String fault) {}

    @PostMapping("/answer")
    @Needs("actions.answer")
    String answer(
            @RequestParam ActionId action,
            @RequestParam(defaultValue = "") String words,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        Optional<String> fault = fault(words);
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(model, Optional.empty(), Optional.of(new NotTaken(action, words, fault.get())));
        }
        Viewer viewer = viewers.require();
        var happened = new Happened(clock.now(), Happened.Precision.MICROSECOND, "screen");
        var request = new ActionRequest.Answer(action, viewer.role(), viewer.borough(), PersonalText.of(words.strip()));
        return switch (actions.handle(request, Act.byScreen(viewer.actor(), viewer.role(), happened))) {
            case Decision.Accepted<ActionEvent, ActionRefusal> _ ->
                show(model, Optional.of("Answered."), Optional.empty());
            case Decision.Refused<ActionEvent, ActionRefusal>(ActionRefusal refusal) -> {
                response.setStatus(status(refusal).value());
                yield show(model, Optional.empty(), Optional.of(new NotTaken(action, words, refusal.sentence())));
            }
        };
    }

    private static Optional<String> fault(String words) {
        if (words.length() > ANSWER_CHARACTERS_MAX) {
            return Optional.of("An answer has at most %d characters; these are %d."
                    .formatted(ANSWER_CHARACTERS_MAX, words.length()));
        }
        return words.indexOf('\u0000') < 0 ? Optional.empty() : Optional.of("The words hold a sign that is no letter.");
    }

    private static HttpStatus status(ActionRefusal refusal) {
        return switch (refusal) {
            case ActionRefusal.UnknownAction _ -> HttpStatus.NOT_FOUND;
            case ActionRefusal.AlreadyAsked _, ActionRefusal.AlreadyOver _, ActionRefusal.NotYetDue _ ->
                HttpStatus.CONFLICT;
            case ActionRefusal.HeldByOthers _ -> HttpStatus.FORBIDDEN;
        };
    }

    private String show(Model model, Optional<String> done, Optional<NotTaken> notTaken) {
        Viewer viewer = viewers.require();
        List<ActionView> held = actions.heldBy(viewer);
        looks.page("/actions", held.stream().map(ActionView::about).distinct().toList());
        Instant now = clock.now();
        var rows = new ArrayList<ActionsScreen.Row>();
        for (ActionView action : held) {
            rows.add(row(rows.size() + 1, action, now, notTaken));
        }
        Optional<String> fault = notTaken.filter(
                        not -> held.stream().noneMatch(action -> action.action().equals(not.action())))
                .map(NotTaken::fault);
        model.addAttribute(
                "screen",
                new ActionsScreen(
                        shells.page("Actions", "actions"),
                        viewer.roleLabel(),
                        done,
                        fault,
                        viewer.may("actions.answer"),
                        rows));
        return "actions/actions";
    }

    private static ActionsScreen.Row row(int number, ActionView action, Instant now, Optional<NotTaken> notTaken) {
        boolean late = action.dueAt().isBefore(now);
        long minutes = Duration.between(now, action.dueAt()).abs().toMinutes();
        String due = (late ? "overdue %d min" : "due in %d min").formatted(minutes);
        Optional<String> href = action.about().startsWith(INCIDENT)
                ? Optional.of("/incidents/" + action.about().substring(INCIDENT.length()))
                : Optional.empty();
        String rung = action.rung() == 0 ? "asked of you first" : "climbed %d times".formatted(action.rung());
        Optional<NotTaken> here = notTaken.filter(not -> not.action().equals(action.action()));
        return new ActionsScreen.Row(
                number,
                action.action().text(),
                action.what(),
                action.about(),
                href,
                due,
                late,
                rung,
                action.blocks(),
                here.map(NotTaken::words).orElse(""),
                here.map(NotTaken::fault));
    }
}

package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changing one's own password; asked for first where somebody else gave it.
@Controller
@RequestMapping(NeedsGuard.CHANGE_PASSWORD)
@Needs(Needs.SIGNED_IN)
class PasswordPages {
    private final SignInDesk desk;
    private final SessionStart sessions;
    private final Accounts accounts;
    private final Shells shells;

    PasswordPages(SignInDesk desk, SessionStart sessions, Accounts accounts, Shells shells) {
        this.desk = desk;
        this.sessions = sessions;
        this.accounts = accounts;
        this.shells = shells;
    }

    @GetMapping
    String page(Model model) {
        return show(model, Optional.empty());
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String replacement,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignedIn signedIn = SessionViewers.signedIn()
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in on this request."));
        try {
            sessions.as(desk.change(signedIn, old, replacement), request, response);
        } catch (IllegalArgumentException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(model, Optional.ofNullable(refused.getMessage()));
        }
        return "redirect:/";
    }

    private String show(Model model, Optional<String> fault) {
        model.addAttribute(
                "screen",
                new PasswordScreen(
                        shells.page("Change your password", "password"),
                        fault,
                        accounts.limits().passwordCharactersMin()));
        return "people/password";
    }
}

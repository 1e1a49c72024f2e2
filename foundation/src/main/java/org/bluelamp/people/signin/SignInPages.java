package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing in, and changing a password.
@Controller
@RequestMapping("/sign-in")
class SignInPages {
    /// One sentence for every reason, so that it says nothing about which names exist.
    static final String REFUSED = "The name and the password do not go together, or were tried too often. "
            + "After too many tries both are refused for a while.";

    private final SignInDesk desk;
    private final SessionStart sessions;
    private final Shells shells;
    private final ObjectProvider<DemoChairs> demo;

    SignInPages(SignInDesk desk, SessionStart sessions, Shells shells, ObjectProvider<DemoChairs> demo) {
        this.desk = desk;
        this.sessions = sessions;
        this.shells = shells;
        this.demo = demo;
    }

    @GetMapping
    @Needs(Needs.NOBODY)
    String page(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute(
                "screen", screen(Optional.empty(), Optional.ofNullable(out).map(_ -> "You have signed out."), to));
        return "people/signIn";
    }

    @PostMapping
    @Needs(Needs.NOBODY)
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<SignedIn> signedIn = desk.enter(name, password, request);
        if (signedIn.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("screen", screen(Optional.of(REFUSED), Optional.empty(), to));
            return "people/signIn";
        }
        sessions.as(signedIn.get(), request, response);
        return "redirect:" + Onward.within(to);
    }

    private SignInScreen screen(Optional<String> fault, Optional<String> note, String to) {
        DemoChairs chairs = demo.getIfAvailable();
        return new SignInScreen(
                shells.page("Sign in", "sign-in"),
                fault,
                note,
                Onward.within(to),
                chairs == null ? List.of() : chairs.all());
    }
}

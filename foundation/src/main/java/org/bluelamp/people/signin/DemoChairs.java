package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One-click sign-in as anybody of the demonstration. Where this is not the demonstration, the route does not exist.
@Controller
@ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
class DemoChairs {
    /// The most chairs offered of one role in one place; the others stay with the people who sit in them.
    private static final int ALIKE_MAX = 2;

    private final People people;
    private final Roles roles;
    private final SignInDesk desk;
    private final SessionStart sessions;

    DemoChairs(People people, Roles roles, SignInDesk desk, SessionStart sessions) {
        this.people = people;
        this.roles = roles;
        this.desk = desk;
        this.sessions = sessions;
    }

    @PostMapping("/sign-in/demo")
    @Needs(Needs.NOBODY)
    String sit(
            @RequestParam PersonId person,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn signedIn =
                desk.first(person, false).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        sessions.as(signedIn, request, response);
        return "redirect:" + Onward.within(to);
    }

    /// In the order of the roles, then of the people.
    List<SignInScreen.Chair> all() {
        List<PersonView> everybody = people.all();
        return roles.all().stream()
                .flatMap(role -> offered(role, everybody).stream())
                .toList();
    }

    private static List<SignInScreen.Chair> offered(Role role, List<PersonView> everybody) {
        var alike = new HashMap<String, Integer>();
        return everybody.stream()
                .filter(person -> sits(person, role.code()))
                .sorted(Comparator.comparingInt(DemoChairs::number))
                .map(person -> chair(person, role))
                .filter(chair -> alike.merge(chair.where(), 1, Integer::sum) <= ALIKE_MAX)
                .toList();
    }

    private static int number(PersonView person) {
        return Integer.parseInt(person.person().text().substring("p-".length()));
    }

    private static boolean sits(PersonView person, RoleCode role) {
        return person.posts().stream()
                .findFirst()
                .map(post -> post.role().equals(role))
                .orElse(false);
    }

    private static SignInScreen.Chair chair(PersonView person, Role role) {
        Optional<BoroughCode> borough = person.posts().getFirst().borough();
        String unit = person.posts().getFirst().unit().code();
        return new SignInScreen.Chair(
                person.person().text(), person.name(), role.label(), borough.isPresent() ? DemoPeople.place(unit) : "");
    }
}

package org.bluelamp.people.signin;

import java.util.Optional;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Who is signed in, as they stand now: a post that ended or a role that lost a permission counts from the next
/// request.
@Component
class SessionViewers implements Viewers {
    private static final String FOUND = SessionViewers.class.getName();

    private final People people;
    private final Roles roles;

    SessionViewers(People people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    /// The viewer of a request is looked up once in it.
    private record Found(SignedIn signedIn, Optional<Viewer> viewer) {}

    @Override
    public Optional<Viewer> current() {
        Optional<SignedIn> signedIn = signedIn();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (signedIn.isEmpty() || request == null) {
            return signedIn.flatMap(this::viewer);
        }
        if (request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Found found
                && found.signedIn().equals(signedIn.get())) {
            return found.viewer();
        }
        var found = new Found(signedIn.get(), viewer(signedIn.get()));
        request.setAttribute(FOUND, found, RequestAttributes.SCOPE_REQUEST);
        return found.viewer();
    }

    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private Optional<Viewer> viewer(SignedIn signedIn) {
        return people.find(signedIn.person())
                .flatMap(person -> person.posts().stream()
                        .filter(post -> post.post() == signedIn.post())
                        .findFirst()
                        .flatMap(post -> roles.find(post.role()).map(role -> viewer(person, post, role))));
    }

    private static Viewer viewer(PersonView person, PersonView.Post post, Role role) {
        return new Viewer(
                person.person().actor(), person.name(), role.code(), role.label(), post.borough(), role.permissions());
    }
}

package org.bluelamp.people.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// A request with a bearer token: no session, no form token; the token's person acts in their first post.
final class BearerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final People people;
    private final MachineClock clock;
    private final RefusedAnswers refused;

    BearerFilter(Accounts accounts, People people, MachineClock clock, RefusedAnswers refused) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
        this.refused = refused;
    }

    static boolean hasToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip();
        Optional<PersonView> person = accounts.whose(token).flatMap(people::find);
        Optional<PersonView.Post> post =
                person.flatMap(known -> known.posts().stream().findFirst());
        if (person.isEmpty() || post.isEmpty()) {
            refused.tokenRefused(request, response);
            return;
        }
        SignedIn signedIn = SignedIn.as(person.get().person(), post.get().post(), clock.now(), false);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /// A delayed answer is dispatched again, and still has its token.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

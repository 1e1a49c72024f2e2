package org.bluelamp.people.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.bluelamp.journal.MachineClock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a session that has lasted as long as a session may, however busy it is.
final class SessionEnd extends OncePerRequestFilter {
    private final Accounts accounts;
    private final MachineClock clock;

    SessionEnd(Accounts accounts, MachineClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean over = SessionViewers.signedIn()
                .map(signedIn -> clock.now()
                        .isAfter(signedIn.since().plus(accounts.limits().sessionMax())))
                .orElse(false);
        if (over) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }
}

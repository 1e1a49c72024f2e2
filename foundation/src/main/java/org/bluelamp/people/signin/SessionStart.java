package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Starts a session on this server: a new session id and a new form token, so that nothing known before serves after.
@Component
class SessionStart {
    final CsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();
    final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SessionAuthenticationStrategy renewal = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(formTokens)));
    private final Accounts accounts;
    private final SessionsHere sessions;

    SessionStart(Accounts accounts, SessionsHere sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    void as(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(signedIn, "", List.of());
        renewal.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession()
                .setMaxInactiveInterval((int) accounts.limits().idleMax().toSeconds());
        sessions.begun(request.getSession().getId(), signedIn.person());
    }
}

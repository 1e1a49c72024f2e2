package org.bluelamp.people.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Stands before every handler: what does not say who may use it is refused, whatever it is.
@Component
class NeedsGuard implements HandlerInterceptor {
    /// Where somebody whose password was given by another must go first.
    static final String CHANGE_PASSWORD = "/sign-in/password";

    private static final String HEALTH = "/actuator/health";

    private final Viewers viewers;
    private final RefusedAnswers refused;

    NeedsGuard(Viewers viewers, RefusedAnswers refused) {
        this.viewers = viewers;
        this.refused = refused;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // The error page shows nothing of its own; a delayed answer was let through when it was asked for.
        if (request.getDispatcherType() == DispatcherType.ERROR
                || request.getDispatcherType() == DispatcherType.ASYNC) {
            return true;
        }
        String needs = needs(request, handler)
                .orElseThrow(() ->
                        new IllegalStateException("The route (%s) does not say who may use it.".formatted(handler)));
        if (needs.equals(Needs.NOBODY)) {
            return true;
        }
        Optional<Viewer> viewer = viewers.current();
        if (viewer.isEmpty()) {
            refused.notSignedIn(request, response);
            return false;
        }
        if (SessionViewers.signedIn().map(SignedIn::mustChange).orElse(false)
                && !request.getRequestURI().equals(CHANGE_PASSWORD)) {
            response.sendRedirect(CHANGE_PASSWORD);
            return false;
        }
        if (!viewer.get().may(needs)) {
            refused.notPermitted(request, response, viewer.get(), needs);
            return false;
        }
        return true;
    }

    private static Optional<String> needs(HttpServletRequest request, Object handler) {
        return switch (handler) {
            case HandlerMethod method
            when request.getRequestURI().equals(HEALTH) && !isOurs(method) -> Optional.of(Needs.NOBODY);
            case HandlerMethod method -> RouteTable.needs(method);
            case ResourceHttpRequestHandler _ -> Optional.of(Needs.NOBODY);
            default -> Optional.empty();
        };
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.bluelamp.");
    }
}

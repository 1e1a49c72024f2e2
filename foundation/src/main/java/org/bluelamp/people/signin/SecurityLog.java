package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.util.Optional;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/// Every refusal in one line, in a table and in the program's log. No personal data: the route is the declared pattern,
/// the actor a pseudonym.
@Component
class SecurityLog {
    static final String INSERT = """
            insert into people.security_log (at, what, status, method, route, actor, role)
            values (:at, :what, :status, :method, :route, :actor, :role)
            """;
    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);

    /// What was refused.
    enum What {
        NOT_SIGNED_IN,
        NOT_PERMITTED,
        FORGED_FORM,
        SIGN_IN_REFUSED,
        LOCKED_OUT,
        TOKEN_REFUSED
    }

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final RouteTable routes;

    SecurityLog(JdbcClient jdbc, MachineClock clock, RouteTable routes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.routes = routes;
    }

    void refused(What what, int status, HttpServletRequest request, Optional<Viewer> viewer) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        String route = routes.patterns().stream()
                .filter(pattern -> pattern.matches(path))
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse("-");
        String method = known(request.getMethod());
        String actor = viewer.map(known -> known.actor().text()).orElse(null);
        String role = viewer.map(known -> known.role().code()).orElse(null);
        LOG.info("refused {} {} {} {} {} {}", what, status, method, route, actor, role);
        jdbc.sql(INSERT)
                .param("at", Timestamp.from(clock.now()))
                .param("what", what.name())
                .param("status", status)
                .param("method", method)
                .param("route", route)
                .param("actor", actor)
                .param("role", role)
                .update();
    }

    private static String known(String method) {
        return method.matches("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS") ? method : "-";
    }
}

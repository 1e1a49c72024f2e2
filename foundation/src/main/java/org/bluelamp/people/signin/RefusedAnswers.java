package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.console.Viewer;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Says no: to the sign-in page for a page that was asked for, as a problem otherwise. Each leaves its line in the
/// security log.
@Component
class RefusedAnswers {
    private final SecurityLog log;
    private final Roles roles;

    RefusedAnswers(SecurityLog log, Roles roles) {
        this.log = log;
        this.roles = roles;
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.refused(SecurityLog.What.NOT_SIGNED_IN, HttpServletResponse.SC_UNAUTHORIZED, request, Optional.empty());
        if (wantsPage(request) && request.getMethod().equals("GET")) {
            String to = request.getRequestURI()
                    + Optional.ofNullable(request.getQueryString())
                            .map(query -> "?" + query)
                            .orElse("");
            response.sendRedirect(
                    to.equals("/") ? "/sign-in" : "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        } else {
            answer(request, response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in", "Sign in first.");
        }
    }

    void tokenRefused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.refused(SecurityLog.What.TOKEN_REFUSED, HttpServletResponse.SC_UNAUTHORIZED, request, Optional.empty());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problem(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in", "The token is unknown or has expired.");
    }

    void notPermitted(HttpServletRequest request, HttpServletResponse response, Viewer viewer, String needs)
            throws IOException {
        log.refused(SecurityLog.What.NOT_PERMITTED, HttpServletResponse.SC_FORBIDDEN, request, Optional.of(viewer));
        String who = roles.all().stream()
                .filter(role -> role.permissions().contains(needs))
                .map(Role::label)
                .collect(Collectors.joining(", "));
        String sentence = "This needs the permission (%s), which the role (%s) has not. %s"
                .formatted(needs, viewer.roleLabel(), who.isEmpty() ? "Nobody has it." : "Maybe ask: " + who + ".");
        answer(request, response, HttpServletResponse.SC_FORBIDDEN, "not-permitted", sentence);
    }

    void forgedForm(HttpServletRequest request, HttpServletResponse response, Optional<Viewer> viewer)
            throws IOException {
        log.refused(SecurityLog.What.FORGED_FORM, HttpServletResponse.SC_FORBIDDEN, request, viewer);
        answer(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "not-permitted",
                "The form did not come from a page of this session. Maybe it was open too long: load it again.");
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String sentence)
            throws IOException {
        if (wantsPage(request)) {
            response.sendError(status, sentence);
        } else {
            problem(response, status, code, sentence);
        }
    }

    /// RFC 9457. The sentence is ours; what needs escaping in it are quotation marks and backslashes at most.
    private static void problem(HttpServletResponse response, int status, String code, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"type\":\"/problems/console/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(
                                code,
                                status == HttpServletResponse.SC_UNAUTHORIZED ? "Not signed in" : "Not permitted",
                                status,
                                sentence.replace("\\", "\\\\").replace("\"", "\\\"")));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}

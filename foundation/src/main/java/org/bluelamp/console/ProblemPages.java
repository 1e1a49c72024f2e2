package org.bluelamp.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Says what went wrong: a page to a person, a problem detail (RFC 9457) to a program; and explains every code.
@Controller
class ProblemPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    private final Shells shells;
    private final ErrorAttributes errors;
    private final RandomGenerator random;
    private final List<ProblemCode> codes = ProblemTable.all();

    ProblemPages(Shells shells, ErrorAttributes errors, RandomGenerator random) {
        this.shells = shells;
        this.errors = errors;
        this.random = random;
    }

    @RequestMapping("/error")
    @Needs(Needs.NOBODY)
    Object failed(HttpServletRequest request) {
        var web = new ServletWebRequest(request);
        Problem problem = Problem.of(web, errors, reference());
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Throwable error = errors.getError(web);
        if (problem.isDefect() && error != null) {
            LOG.error("Defect ({}) at ({}).", problem.reference(), path, error);
        }
        return wantsPage(request, String.valueOf(path)) ? page(problem) : detail(problem, String.valueOf(path));
    }

    private String reference() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        String accept = request.getHeader("Accept");
        return !path.startsWith("/api/") && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private ModelAndView page(Problem problem) {
        var model = Map.of("shell", shells.page(problem.title(), "problem"), "problem", problem);
        return new ModelAndView("console/problem", model, problem.status());
    }

    private static ResponseEntity<ProblemDetail> detail(Problem problem, String path) {
        ProblemDetail detail = Problems.of(problem.status(), problem.code(), problem.sentence());
        detail.setTitle(problem.title());
        detail.setInstance(URI.create(path));
        problem.field().ifPresent(field -> detail.setProperty("field", field));
        if (problem.isDefect()) {
            detail.setProperty("reference", problem.reference());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    @GetMapping("/problems")
    @Needs(Needs.NOBODY)
    ModelAndView all() {
        return explained("Why the program says no", codes);
    }

    @GetMapping("/problems/{module}/{name}")
    @Needs(Needs.NOBODY)
    ModelAndView one(@PathVariable String module, @PathVariable String name) {
        List<ProblemCode> found = codes.stream()
                .filter(code -> code.code().equals(module + "/" + name))
                .toList();
        if (found.isEmpty()) {
            throw new ResponseStatusException(
                    org.springframework.http.HttpStatus.NOT_FOUND,
                    "There is no problem with the code (%s/%s).".formatted(module, name));
        }
        return explained(module + "/" + name, found);
    }

    private ModelAndView explained(String title, List<ProblemCode> shown) {
        return new ModelAndView("console/problems", Map.of("shell", shells.page(title, "problems"), "codes", shown));
    }
}

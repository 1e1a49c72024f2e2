package org.bluelamp.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.console.Needs;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RoutesTest {
    @Test
    void every_route_of_ours_names_who_may_use_it() {
        List<String> silent = routes().stream()
                .filter(route -> needs(route).isEmpty())
                .map(HandlerMethod::toString)
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void the_program_has_routes() {
        assertThat(routes()).isNotEmpty();
    }

    /// The framework's own page of last resort is not ours to mark: it is reached by faults only, never by a link.
    private static List<HandlerMethod> routes() {
        return RunningProgram.shared()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(route -> route.getBeanType().getPackageName().startsWith("org.bluelamp"))
                .toList();
    }

    static Optional<String> needs(HandlerMethod route) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), Needs.class)))
                .map(Needs::value);
    }
}

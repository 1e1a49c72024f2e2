package org.bluelamp.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    static final ApplicationModules MODULES = ApplicationModules.of("org.bluelamp", House::shipped);

    @Test
    void every_module_uses_only_the_modules_it_declares_and_there_are_no_circles() {
        MODULES.verify();
    }

    @Test
    void every_module_but_the_program_itself_declares_what_it_may_use() {
        List<String> silent = MODULES.stream()
                .filter(module -> !module.getIdentifier().toString().equals("app"))
                .filter(module -> module.getBasePackage()
                        .findAnnotation(ApplicationModule.class)
                        .isEmpty())
                .map(module -> module.getIdentifier().toString())
                .toList();
        assertThat(silent).isEmpty();
    }

    /// STYLE, section 15: a module in front of which more stands is two modules.
    @Test
    void a_module_shows_no_more_than_twenty_five_public_types() {
        long typesMax = 25;
        List<String> tooOpen = MODULES.stream()
                .filter(module -> !module.getIdentifier().toString().equals("app"))
                .map(module -> {
                    long shown = module.getNamedInterfaces().stream()
                            .flatMap(face -> face.asJavaClasses())
                            .filter(type -> type.isTopLevelClass()
                                    && !type.getSimpleName().equals("package-info"))
                            .filter(type ->
                                    type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                            .distinct()
                            .count();
                    return shown <= typesMax ? "" : "%s shows %d".formatted(module.getIdentifier(), shown);
                })
                .filter(fault -> !fault.isEmpty())
                .toList();
        assertThat(tooOpen).isEmpty();
    }
}

package org.bluelamp.app.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Decisions are pure: simulation runs them without a server, with its own clock and its own chance.
class PurityTest {
    @Test
    void decisions_know_no_framework_no_database_and_no_outside() {
        noClasses()
                .that()
                .resideInAPackage("..decide..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax..",
                        "jakarta..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "gg.jte..",
                        "org.slf4j..",
                        "java.net..",
                        "java.nio.file..")
                .because("simulation runs these decisions without a server")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    @Test
    void decisions_know_no_chance() {
        noClasses()
                .that()
                .resideInAPackage("..decide..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .because("a choice by chance arrives in the request, so that it can be repeated")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    @Test
    void decisions_know_no_clock() {
        noClasses()
                .that()
                .resideInAPackage("..decide..")
                .should(ClockTest.READ_A_CLOCK)
                .because("the time arrives in the request")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    @Test
    void decisions_use_only_words_values_of_their_own_module_and_other_decisions() {
        classes()
                .that()
                .resideInAPackage("org.bluelamp.*.decide..")
                .should(USE_ONLY_VALUES)
                .because("what a decision rests on is all in its arguments")
                .allowEmptyShould(true)
                .check(House.classes());
    }

    private static final ArchCondition<JavaClass> USE_ONLY_VALUES =
            new ArchCondition<>("use only kernel, statistics, their own module's values and other decisions") {
                @Override
                public void check(JavaClass decision, ConditionEvents events) {
                    decision.getDirectDependenciesFromSelf().stream()
                            .filter(used ->
                                    used.getTargetClass().getPackageName().startsWith("org.bluelamp."))
                            .filter(used -> !allowed(decision, used))
                            .forEach(
                                    used -> events.add(SimpleConditionEvent.violated(decision, used.getDescription())));
                }
            };

    private static boolean allowed(JavaClass decision, Dependency used) {
        JavaClass target = used.getTargetClass().getBaseComponentType();
        String place = target.getPackageName();
        if (place.startsWith("org.bluelamp.kernel")
                || place.startsWith("org.bluelamp.statistics")
                || place.contains(".decide")) {
            return true;
        }
        return moduleOf(place).equals(moduleOf(decision.getPackageName())) && isValue(target);
    }

    private static String moduleOf(String packageName) {
        return packageName.split("\\.")[2];
    }

    /// A record, an enum or a sealed choice of them.
    private static boolean isValue(JavaClass type) {
        Class<?> loaded = type.reflect();
        return loaded.isRecord() || loaded.isEnum() || loaded.isSealed() || loaded.isAnnotation();
    }
}

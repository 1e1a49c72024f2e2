package org.bluelamp.app.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// Time and chance have one source each, so that a test, a simulation and a demonstration can give others.
class ClockTest {
    private static final Set<String> CLOCK_METHODS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "system", "millis", "instant");

    /// `System.nanoTime()` is not among them: it measures, it tells no time.
    static final ArchCondition<JavaClass> READ_A_CLOCK = new ArchCondition<>("read the machine's clock") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getAccessesFromSelf().stream()
                    .filter(access -> access instanceof JavaCodeUnitAccess<?>)
                    .filter(access -> CLOCK_METHODS.contains(access.getName()))
                    .filter(access -> {
                        String owner = access.getTargetOwner().getName();
                        return owner.startsWith("java.time.") || owner.equals("java.lang.System");
                    })
                    .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            boolean dates = type.getConstructorCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().getName().equals("java.util.Date")
                            && call.getTarget().getRawParameterTypes().isEmpty());
            if (dates) {
                events.add(SimpleConditionEvent.satisfied(type, type.getName() + " makes a Date of now"));
            }
        }
    };

    @Test
    void nobody_but_the_clocks_of_the_journal_reads_the_machines_clock() {
        noClasses()
                .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are not the journal's clocks") {
                    @Override
                    public boolean test(JavaClass type) {
                        boolean clock = type.getPackageName().startsWith("org.bluelamp.journal")
                                && type.getName().contains("Clock");
                        return !clock;
                    }
                })
                .should(READ_A_CLOCK)
                .because("domain time is the service clock's and recorded time the machine clock's")
                .check(House.classes());
    }

    @Test
    void nobody_takes_chance_from_the_machine() {
        noClasses()
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callConstructor(Random.class)
                .because("the RandomGenerator bean gives chance, so that a run can be repeated")
                .check(House.classes());
    }
}

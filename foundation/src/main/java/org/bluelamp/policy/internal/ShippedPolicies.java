package org.bluelamp.policy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.policy.PolicyVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Loads the policies that come with the program where the force has none of its own, then checks that every policy
/// can be read and is in force. The program does not start with a fault; all of them are listed at once.
@Component
class ShippedPolicies implements SmartLifecycle {
    /// After the clock of the service, before everything that follows the record or decides.
    static final int PHASE = -280;

    private static final Logger LOG = LoggerFactory.getLogger(ShippedPolicies.class);

    private final JournalledPolicies policies;
    private final List<PolicyKind<?>> kinds;
    private final ServiceClock clock;
    private volatile boolean running;

    ShippedPolicies(JournalledPolicies policies, List<PolicyKind<?>> kinds, ServiceClock clock) {
        this.policies = policies;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public void start() {
        var wanting = new ArrayList<String>();
        for (Resource file : files()) {
            load(file, wanting);
        }
        wanting.addAll(policies.wantingAt(clock.now(), kinds));
        if (!wanting.isEmpty()) {
            throw new IllegalStateException("The policies have %d faults:%n%s"
                    .formatted(wanting.size(), String.join(System.lineSeparator(), wanting)));
        }
        running = true;
    }

    private void load(Resource file, List<String> wanting) {
        String text = text(file);
        if (!policies.isKnown(text)) {
            LOG.info("The shipped policy {} is for a module that is not here.", file.getFilename());
            return;
        }
        switch (policies.check(text)) {
            case PolicyLoad.AlreadyThere _ -> {}
            case PolicyLoad.Faulty faulty ->
                faulty.faults().forEach(fault -> wanting.add(file.getFilename() + ":" + fault.text()));
            case PolicyLoad.VersionTaken _ ->
                LOG.info("The shipped policy {} is older than the recorded one.", file.getFilename());
            case PolicyLoad.Sound sound
            when ownedByForce(sound.policy().policy()) ->
                LOG.info("The shipped policy {} is not loaded; the force has its own.", file.getFilename());
            case PolicyLoad.Sound _ -> {
                var happened = new Happened(clock.now(), Happened.Precision.MICROSECOND, "shipped");
                policies.load(text, Act.byProgram("policy", happened));
            }
        }
    }

    private boolean ownedByForce(String name) {
        return policies.versions().stream()
                .filter(version -> version.name().equals(name))
                .max(Comparator.comparingInt(PolicyVersion::version))
                .map(newest -> !newest.loadedBy().text().equals("system/policy"))
                .orElse(false);
    }

    private static List<Resource> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:policies/*.json");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

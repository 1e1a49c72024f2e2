package org.bluelamp.policy.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyEvent;
import org.bluelamp.policy.PolicyFault;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.policy.PolicyScope;
import org.bluelamp.policy.PolicyVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Policies as the record holds them, read once and kept until a newer one is recorded, on any node.
@Component
class JournalledPolicies implements Policies {
    /// How soon a policy loaded on another node is seen here. Units: milliseconds.
    static final long SEEN_WITHIN_MILLIS = 1_000;

    private final Journal journal;
    private final PolicyVersions versions;
    private final PolicyReader reader;
    private final MachineClock clock;
    private final ZoneId zone;
    private volatile Held held = new Held(Long.MIN_VALUE, Instant.MIN, new TreeMap<>());

    /// What was read at a position of the record, and when that was last compared.
    private record Held(long position, Instant comparedAt, TreeMap<String, List<Policy<?>>> byName) {}

    JournalledPolicies(
            Journal journal,
            PolicyVersions versions,
            List<PolicyKind<?>> kinds,
            MachineClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.journal = journal;
        this.versions = versions;
        this.reader = new PolicyReader(kinds);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @SuppressWarnings("unchecked") // The rows of a name were read into that kind's row record.
    public <R> Policy<R> inForce(PolicyKind<R> kind, Instant at, Optional<BoroughCode> borough) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return (Policy<R>) held().byName().getOrDefault(kind.name(), List.of()).stream()
                .filter(policy -> holds(policy, day) && reaches(policy.scope(), borough))
                .max(Comparator.<Policy<?>, PolicyScope.Kind>comparing(
                                policy -> policy.scope().kind())
                        .thenComparing(Policy::inForceFrom)
                        .thenComparing(Policy::version))
                .orElseThrow(() -> new IllegalStateException(
                        "No version of the policy (%s) is in force on %s.".formatted(kind.name(), day)));
    }

    static boolean holds(Policy<?> policy, LocalDate day) {
        return !policy.inForceFrom().isAfter(day)
                && policy.until().map(day::isBefore).orElse(true);
    }

    private static boolean reaches(PolicyScope scope, Optional<BoroughCode> borough) {
        return switch (scope.kind()) {
            case SERVICE -> true;
            case BOROUGHS, TRIAL -> borough.map(scope.boroughs()::contains).orElse(false);
        };
    }

    @Override
    public PolicyLoad check(String text) {
        PolicyReader.Outcome read = reader.read(text);
        return read.policy()
                .<PolicyLoad>map(
                        policy -> against(policy, text, recorded(policy.name()).events()))
                .orElseGet(() -> new PolicyLoad.Faulty(read.faults()));
    }

    @Override
    public PolicyLoad load(String text, Act act) {
        PolicyReader.Outcome read = reader.read(text);
        if (read.policy().isEmpty()) {
            return new PolicyLoad.Faulty(read.faults());
        }
        Policy<?> policy = read.policy().get();
        PolicyLoad answer = Journal.retrying(_ -> {
            var stream = recorded(policy.name());
            PolicyLoad decided = against(policy, text, stream.events());
            if (decided instanceof PolicyLoad.Sound sound) {
                var loaded = new PolicyEvent.Loaded(
                        policy.name(),
                        policy.version(),
                        policy.inForceFrom(),
                        policy.until(),
                        policy.scope().text(),
                        sound.sha256(),
                        text);
                journal.append(Append.by(act).restingOn(stream).write(stream.stream(), loaded));
            }
            return decided;
        });
        held = new Held(Long.MIN_VALUE, Instant.MIN, new TreeMap<>());
        return answer;
    }

    private org.bluelamp.journal.StreamRead<PolicyEvent> recorded(String name) {
        return journal.read(new StreamId("policy/" + name), PolicyEvent.class);
    }

    /// Compares a sound file with the versions recorded before it.
    private static PolicyLoad against(Policy<?> policy, String text, List<PolicyEvent> before) {
        String hash = sha256(text);
        int highest = 0;
        for (PolicyEvent event : before) {
            switch (event) {
                case PolicyEvent.Loaded loaded
                when loaded.sha256().equals(hash) -> {
                    return new PolicyLoad.AlreadyThere(policy.use(), hash);
                }
                case PolicyEvent.Loaded loaded -> highest = Math.max(highest, loaded.version());
            }
        }
        if (policy.version() <= highest) {
            var faults = new ArrayList<PolicyFault>();
            JsonAt version = PolicyReader.nearest(JsonAt.read(text, faults), "version");
            return new PolicyLoad.VersionTaken(new PolicyFault(
                    version.place().line(),
                    version.place().column(),
                    "version",
                    "Version %d of the policy (%s) is recorded; a change needs a higher one."
                            .formatted(highest, policy.name())));
        }
        return new PolicyLoad.Sound(policy.use(), hash);
    }

    @Override
    public List<PolicyVersion> versions() {
        return versions.all();
    }

    @Override
    public Optional<String> text(String name, int version) {
        return versions.text(name, version);
    }

    /// Every recorded version that can no longer be read, every kind without a version, every gap up to `today`.
    List<String> wantingAt(Instant now, List<PolicyKind<?>> kinds) {
        var wanting = new ArrayList<String>();
        for (String text : versions.texts()) {
            if (reader.isKnown(text)) {
                reader.read(text).faults().forEach(fault -> wanting.add("a recorded policy: " + fault.text()));
            }
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (PolicyKind<?> kind : kinds) {
            List<? extends Policy<?>> service = held().byName().getOrDefault(kind.name(), List.of()).stream()
                    .filter(policy -> policy.scope().kind() == PolicyScope.Kind.SERVICE)
                    .toList();
            if (service.stream().noneMatch(policy -> holds(policy, today))) {
                wanting.add("No version of the policy (%s) is in force for the service today (%s)."
                        .formatted(kind.name(), today));
            }
            service.stream()
                    .flatMap(policy -> policy.until().stream())
                    .filter(until -> until.isBefore(today))
                    .filter(until -> service.stream().noneMatch(policy -> holds(policy, until)))
                    .forEach(until -> wanting.add("Nothing follows the version of the policy (%s) that ended on %s."
                            .formatted(kind.name(), until)));
        }
        return wanting;
    }

    /// Whether a kind of this program reads the file.
    boolean isKnown(String text) {
        return reader.isKnown(text);
    }

    private Held held() {
        Held now = held;
        Instant time = clock.now();
        if (now.position() >= 0 && time.isBefore(now.comparedAt().plusMillis(SEEN_WITHIN_MILLIS))) {
            return now;
        }
        long newest = versions.newest();
        var renewed = new Held(newest, time, newest == now.position() ? now.byName() : readAll());
        held = renewed;
        return renewed;
    }

    private TreeMap<String, List<Policy<?>>> readAll() {
        var all = new TreeMap<String, List<Policy<?>>>();
        for (String text : versions.texts()) {
            reader.read(text)
                    .policy()
                    .ifPresent(policy -> all.computeIfAbsent(policy.name(), _ -> new ArrayList<>())
                            .add(policy));
        }
        return all;
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}

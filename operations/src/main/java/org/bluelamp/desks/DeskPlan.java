package org.bluelamp.desks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// The positions of the control room: the policy file `desks.json`. Every borough of `boroughs` is served by one pod;
/// what has no borough is `withoutBorough`'s; every desk is covered by another, and at last by the person on call.
///
/// Units: a lost connection is waited for `grace`; after a start of the service nobody is missed for `afterRestart`.
public record DeskPlan(
        Duration grace, Duration afterRestart, List<BoroughCode> boroughs, DeskCode withoutBorough, List<Desk> desks) {
    /// The most desks of one room.
    public static final int DESKS_MAX = 60;

    /// The longest grace, and the longest wait after a start.
    public static final Duration GRACE_MAX = Duration.ofMinutes(10);

    /// The longest label of a desk. Units: characters.
    public static final int LABEL_CHARACTERS_MAX = 40;

    /// What a position is for.
    public enum Kind {
        CALL_RECEIPT,
        POD,
        BOROUGH_SUPPORT,
        OPERATIONAL_MONITORING,
        SHIFT_MANAGER,
        /// Nobody sits here: whoever is on call holds it, wherever they are.
        ON_CALL
    }

    /// One position: the boroughs a pod serves, the roles that may sit there (for the last, be on call), and who is
    /// next where nobody is there.
    public record Desk(
            DeskCode code,
            String label,
            Kind kind,
            List<BoroughCode> boroughs,
            List<RoleCode> roles,
            Optional<DeskCode> coveredBy) {
        public Desk {
            boroughs = List.copyOf(boroughs);
            roles = List.copyOf(roles);
            if (label.isBlank() || label.length() > LABEL_CHARACTERS_MAX) {
                throw new IllegalArgumentException(
                        "The label (%s) of a desk has 1 to %d characters.".formatted(label, LABEL_CHARACTERS_MAX));
            }
        }
    }

    /// The kind of policy it is: one row.
    public static final PolicyKind<DeskPlan> KIND = new PolicyKind<>("desks", DeskPlan.class, DeskPlan::check);

    public DeskPlan {
        boroughs = List.copyOf(boroughs);
        desks = List.copyOf(desks);
    }

    public Optional<Desk> desk(DeskCode code) {
        return desks.stream().filter(desk -> desk.code().equals(code)).findFirst();
    }

    /// The desk that is on call.
    public Desk onCall() {
        return desks.stream()
                .filter(desk -> desk.kind() == Kind.ON_CALL)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan has no desk on call."));
    }

    /// The desk something lies with: the one it was given to by hand if the plan has it, else the pod of its
    /// borough, else the pod of what has none.
    public DeskCode deskOf(Optional<BoroughCode> borough, Optional<DeskCode> byHand) {
        return byHand.filter(code -> desk(code).isPresent())
                .or(() -> borough.flatMap(this::pod).map(Desk::code))
                .orElse(withoutBorough);
    }

    private Optional<Desk> pod(BoroughCode borough) {
        return desks.stream().filter(desk -> desk.boroughs().contains(borough)).findFirst();
    }

    /// The desk itself and whoever covers it, to the one on call.
    public List<Desk> chain(DeskCode from) {
        var chain = new ArrayList<Desk>();
        Optional<Desk> next = desk(from);
        while (next.isPresent() && chain.size() < DESKS_MAX) {
            chain.add(next.get());
            next = next.get().coveredBy().flatMap(this::desk);
        }
        return List.copyOf(chain);
    }

    private static void check(Policy<DeskPlan> policy, PolicyFaults faults) {
        if (policy.rows().size() != 1) {
            faults.add(
                    "rows",
                    "The desks have exactly one row, not %d."
                            .formatted(policy.rows().size()));
            return;
        }
        DeskPlan plan = policy.only();
        time("grace", plan.grace(), faults);
        time("afterRestart", plan.afterRestart(), faults);
        plan.checkDesks(faults);
        plan.checkBoroughs(faults);
        plan.checkChains(faults);
    }

    private static void time(String field, Duration time, PolicyFaults faults) {
        if (time.isNegative() || time.isZero() || time.compareTo(GRACE_MAX) > 0) {
            faults.add("rows[0]." + field, "(%s) is more than nothing and at most %s.".formatted(time, GRACE_MAX));
        }
    }

    private void checkDesks(PolicyFaults faults) {
        if (desks.size() > DESKS_MAX) {
            faults.add("rows[0].desks", "A room has at most %d desks, not %d.".formatted(DESKS_MAX, desks.size()));
        }
        var codes = new HashSet<DeskCode>();
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            if (!codes.add(desk.code())) {
                faults.add(at(i, "code"), "The desk (%s) stands twice.".formatted(desk.code()));
            }
            if (desk.roles().isEmpty()) {
                faults.add(at(i, "roles"), "No role may sit at (%s).".formatted(desk.code()));
            }
            if (desk.kind() != Kind.POD && !desk.boroughs().isEmpty()) {
                faults.add(at(i, "boroughs"), "(%s) is no pod and serves no borough.".formatted(desk.code()));
            }
        }
        long onCall = desks.stream().filter(desk -> desk.kind() == Kind.ON_CALL).count();
        if (onCall != 1) {
            faults.add("rows[0].desks", "Exactly one desk is on call, not %d.".formatted(onCall));
        }
    }

    private void checkBoroughs(PolicyFaults faults) {
        Set<BoroughCode> missing = new LinkedHashSet<>(boroughs);
        Map<BoroughCode, DeskCode> served = new HashMap<>();
        for (int i = 0; i < desks.size(); i++) {
            for (BoroughCode borough : desks.get(i).boroughs()) {
                DeskCode before = served.putIfAbsent(borough, desks.get(i).code());
                if (before != null) {
                    faults.add(at(i, "boroughs"), "The borough (%s) is served by (%s).".formatted(borough, before));
                } else if (!missing.remove(borough)) {
                    faults.add(at(i, "boroughs"), "The borough (%s) is none of the service's.".formatted(borough));
                }
            }
        }
        missing.forEach(
                borough -> faults.add("rows[0].desks", "The borough (%s) is served by no pod.".formatted(borough)));
        if (desk(withoutBorough).filter(desk -> desk.kind() == Kind.POD).isEmpty()) {
            faults.add(
                    "rows[0].withoutBorough",
                    "What has no borough goes to a pod; (%s) is none.".formatted(withoutBorough));
        }
    }

    private void checkChains(PolicyFaults faults) {
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            Optional<DeskCode> next = desk.coveredBy();
            if (desk.kind() == Kind.ON_CALL) {
                next.ifPresent(by -> faults.add("rows[0].desks", "Whoever is on call is covered by nobody."));
            } else if (next.isEmpty()) {
                faults.add(at(i, "coveredBy"), "(%s) is covered by nobody.".formatted(desk.code()));
            } else if (desk(next.get()).isEmpty()) {
                faults.add(at(i, "coveredBy"), "There is no desk (%s).".formatted(next.get()));
            } else if (circles(desk)) {
                faults.add(at(i, "coveredBy"), "The cover of (%s) runs in a circle.".formatted(desk.code()));
            }
        }
    }

    private boolean circles(Desk start) {
        var seen = new HashSet<DeskCode>();
        Optional<Desk> next = Optional.of(start);
        while (next.isPresent()) {
            if (!seen.add(next.get().code())) {
                return true;
            }
            next = next.get().coveredBy().flatMap(this::desk);
        }
        return false;
    }

    private static String at(int desk, String field) {
        return "rows[0].desks[%d].%s".formatted(desk, field);
    }
}

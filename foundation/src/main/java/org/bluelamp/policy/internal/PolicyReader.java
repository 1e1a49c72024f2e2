package org.bluelamp.policy.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFault;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyScope;

/// Reads a policy file whole: form, fields, rows, then the checks of its kind. All faults at once.
final class PolicyReader {
    private final Map<String, PolicyKind<?>> kinds;

    PolicyReader(List<PolicyKind<?>> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(PolicyKind::name, Function.identity()));
    }

    /// What stands above the rows.
    private record Heading(String name, int version, LocalDate inForceFrom, Optional<LocalDate> until, Scope scope) {}

    private record Scope(PolicyScope.Kind kind, Optional<Set<BoroughCode>> boroughs) {}

    /// A sound policy, or the faults; never both.
    record Outcome(Optional<Policy<?>> policy, List<PolicyFault> faults) {}

    Outcome read(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > Policies.FILE_BYTES_MAX) {
            String sentence = "A policy file has at most %d bytes.".formatted(Policies.FILE_BYTES_MAX);
            return new Outcome(Optional.empty(), List.of(new PolicyFault(1, 1, "file", sentence)));
        }
        var faults = new ArrayList<PolicyFault>();
        JsonAt json = JsonAt.read(text, faults);
        if (!(json instanceof JsonAt.Fields file)) {
            if (faults.isEmpty()) {
                faults.add(new PolicyFault(1, 1, "file", "A policy file is one object with fields."));
            }
            return new Outcome(Optional.empty(), faults);
        }
        Optional<Policy<?>> policy = policy(file, faults);
        faults.sort(Comparator.comparingInt(PolicyFault::line).thenComparingInt(PolicyFault::column));
        return new Outcome(
                faults.isEmpty() ? policy : Optional.empty(),
                faults.stream().limit(Policies.FAULTS_MAX).toList());
    }

    /// Whether the file names a kind that is declared; a program made of fewer modules has fewer.
    boolean isKnown(String text) {
        return JsonAt.read(text, new ArrayList<>()) instanceof JsonAt.Fields file
                && file.values().get("name") instanceof JsonAt.Text(JsonAt.Place _, String name)
                && kinds.containsKey(name);
    }

    private Optional<Policy<?>> policy(JsonAt.Fields file, List<PolicyFault> faults) {
        var binding = new PolicyBinding(faults);
        var above = new LinkedHashMap<>(file.values());
        JsonAt rows = above.remove("rows");
        Optional<Heading> heading = binding.read(Heading.class, new JsonAt.Fields(file.place(), above), "");
        if (rows == null) {
            add(faults, file, "rows", "The field is missing.");
            return Optional.empty();
        }
        if (!(rows instanceof JsonAt.Items items)) {
            add(faults, rows, "rows", "A list of rows is expected.");
            return Optional.empty();
        }
        PolicyKind<?> kind =
                above.get("name") instanceof JsonAt.Text(JsonAt.Place _, String name) ? kinds.get(name) : null;
        if (kind == null) {
            if (above.get("name") instanceof JsonAt.Text name) {
                String known =
                        String.join(", ", kinds.keySet().stream().sorted().toList());
                add(faults, name, "name", "No policy is called (%s). Maybe one of %s.".formatted(name.value(), known));
            }
            return Optional.empty();
        }
        return rows(kind, heading, items, binding, file);
    }

    private static <R> Optional<Policy<?>> rows(
            PolicyKind<R> kind,
            Optional<Heading> heading,
            JsonAt.Items items,
            PolicyBinding binding,
            JsonAt.Fields file) {
        var rows = new ArrayList<R>();
        for (int i = 0; i < items.values().size(); i++) {
            binding.read(kind.row(), items.values().get(i), "rows[%d]".formatted(i))
                    .ifPresent(rows::add);
        }
        if (items.values().isEmpty()) {
            add(binding.faults(), items, "rows", "A policy has at least one row.");
        }
        if (heading.isEmpty()) {
            return Optional.empty();
        }
        Optional<PolicyScope> scope = checked(heading.get(), binding.faults(), file);
        if (scope.isEmpty() || rows.size() < items.values().size() || rows.isEmpty()) {
            return Optional.empty();
        }
        Heading top = heading.get();
        var policy = new Policy<>(top.name(), top.version(), top.inForceFrom(), top.until(), scope.get(), rows);
        kind.checks().check(policy, (field, sentence) -> add(binding.faults(), nearest(file, field), field, sentence));
        return Optional.of(policy);
    }

    private static Optional<PolicyScope> checked(Heading top, List<PolicyFault> faults, JsonAt.Fields file) {
        if (top.version() < 1) {
            add(faults, nearest(file, "version"), "version", "Versions count from 1.");
        }
        if (top.until().isPresent() && !top.until().get().isAfter(top.inForceFrom())) {
            add(faults, nearest(file, "until"), "until", "The policy ends before it is in force.");
        }
        Set<BoroughCode> boroughs = top.scope().boroughs().orElse(Set.of());
        if ((top.scope().kind() == PolicyScope.Kind.SERVICE) != boroughs.isEmpty()) {
            add(
                    faults,
                    nearest(file, "scope"),
                    "scope",
                    "A policy for the service names no borough, any other at least one.");
            return Optional.empty();
        }
        return Optional.of(new PolicyScope(top.scope().kind(), boroughs));
    }

    /// The value at a path such as `rows[2].permissions[0]`, or the nearest one that holds it.
    static JsonAt nearest(JsonAt from, String path) {
        JsonAt found = from;
        for (String step : path.replace("[", ".[").split("\\.")) {
            JsonAt next = switch (found) {
                case JsonAt.Fields fields -> fields.values().get(step);
                case JsonAt.Items items -> item(items, step);
                case JsonAt.Text _, JsonAt.Whole _, JsonAt.YesNo _, JsonAt.Other _ -> null;
            };
            if (next == null) {
                return found;
            }
            found = next;
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable JsonAt item(JsonAt.Items items, String step) {
        if (!step.matches("\\[\\d{1,6}]")) {
            return null;
        }
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        return index < items.values().size() ? items.values().get(index) : null;
    }

    private static void add(List<PolicyFault> faults, JsonAt where, String field, String sentence) {
        faults.add(new PolicyFault(where.place().line(), where.place().column(), field, sentence));
    }
}

package org.bluelamp.history;

import java.util.List;
import java.util.stream.Collectors;

/// A mapping cannot be used; all that is wrong with it, in the order of its lines.
public final class MappingFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// One thing wrong: the line of the mapping file (0 where it is about the export), the field, and why.
    public record Fault(int line, String field, String reason) implements java.io.Serializable {
        @Override
        public String toString() {
            return line == 0 ? "%s: %s".formatted(field, reason) : "line %d, %s: %s".formatted(line, field, reason);
        }
    }

    private final List<Fault> faults;

    public MappingFaults(List<Fault> faults) {
        super("The mapping has %d fault(s):\n%s"
                .formatted(faults.size(), faults.stream().map(Fault::toString).collect(Collectors.joining("\n"))));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}

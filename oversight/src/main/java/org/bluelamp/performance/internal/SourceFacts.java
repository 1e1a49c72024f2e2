package org.bluelamp.performance.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A source as declared, and where its intervals and kinds of area stand in its facts.
record SourceFacts(
        String source,
        String name,
        String agency,
        String zone,
        List<String> intervalSlots,
        List<String> areaSlots,
        List<String> intervals,
        List<String> definitions,
        Optional<String> headline,
        List<String> grades,
        List<String> areaKinds,
        String licence,
        String attribution,
        long version,
        Map<String, Map<String, String>> areaNames) {
    private static final String USUAL_KIND = "borough";

    /// The kind of area meant: the one asked for where the source has it, else `borough`, else its first.
    Optional<String> areaKind(Optional<String> asked) {
        if (asked.isPresent()) {
            return asked.filter(areaKinds::contains);
        }
        return areaKinds.contains(USUAL_KIND)
                ? Optional.of(USUAL_KIND)
                : areaKinds.stream().findFirst();
    }

    int areaSlot(Optional<String> kind) {
        return kind.map(areaSlots::indexOf).orElse(-1);
    }

    /// The intervals wanted that this source has, in its own order.
    List<String> intervals(List<String> asked) {
        return asked.isEmpty()
                ? intervals
                : intervals.stream().filter(asked::contains).toList();
    }

    /// The name of an area of a kind, its code where none was given.
    String areaName(Optional<String> kind, String code) {
        return kind.map(areaNames::get).map(names -> names.get(code)).orElse(code);
    }
}

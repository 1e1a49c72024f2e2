package org.bluelamp.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A source of incidents, as far as figures need it. `firstDay` to `lastDay` are service days in `zone`;
/// `intervals` in the order declared, `definitions` says what each is; `headline` is the interval shown first.
public record ReportedSource(
        String source,
        String name,
        String agency,
        String zone,
        List<String> intervals,
        Map<String, String> definitions,
        Optional<String> headline,
        List<String> grades,
        List<String> areaKinds,
        String licence,
        String attribution,
        int incidents,
        LocalDate firstDay,
        LocalDate lastDay) {}

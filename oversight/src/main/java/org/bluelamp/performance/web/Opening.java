package org.bluelamp.performance.web;

import java.util.Map;
import java.util.Optional;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseQuery;

/// Where the incidents behind each figure of a question are, for those who may see incidents.
record Opening(ResponseQuery query, boolean allowed) {

    /// The page of those with this key; empty for who may not see them.
    Optional<String> to(Map<Breakdown, String> key) {
        return allowed ? Optional.of(FigureAddress.incidents(query, key)) : Optional.empty();
    }
}

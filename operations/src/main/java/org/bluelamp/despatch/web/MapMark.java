package org.bluelamp.despatch.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One mark on the map and its row in the list beside it, as browsers are told: nothing that grows old by itself, so
/// that what stands still is told once.
///
/// Units: degrees of WGS 84. `list` is the list it stands in (`units`, `incidents`), `rank` its place there. `label`
/// and
/// `sign` are written on the mark, `tone` (`good`, `warn`, `bad`, `info`, `plain`) colours it and never says what they
/// do not. `at` is the time of a position, whose age the browser shows; none for what does not move.
record MapMark(
        String id,
        String list,
        String rank,
        String shape,
        String label,
        String sign,
        String tone,
        String title,
        String words,
        double lat,
        double lon,
        @Nullable Instant at,
        @Nullable String href) {}

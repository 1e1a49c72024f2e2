package org.bluelamp.despatch.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.RequestFault;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Positions from vehicles, radios and terminals: `POST /api/v1/positions`.
@RestController
class PositionsApi {
    private static final String SOURCE_UNLESS_SAID = "device";

    private final UnitPositions positions;

    PositionsApi(UnitPositions positions) {
        this.positions = positions;
    }

    /// One fix as it is sent. Units: degrees of WGS 84; `at` in ISO 8601 with its offset; km/h; degrees from north.
    record FixBody(
            @Nullable String callsign,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable String at,
            @Nullable Integer speed,
            @Nullable Integer heading,
            @Nullable String source) {}

    /// Why one fix was not taken; `callsign` as it was sent.
    record NotTaken(@Nullable String callsign, String code, String sentence) {}

    record Answer(int taken, List<NotTaken> refused) {}

    /// Takes every good fix; the others are refused one by one, with their reasons.
    @PostMapping("/api/v1/positions")
    @Needs("positions.report")
    Answer report(@RequestBody List<FixBody> bodies) {
        if (bodies.size() > UnitPositions.FIXES_MAX) {
            throw new RequestFault(
                    "fixes",
                    "A report has at most %d fixes, not %d.".formatted(UnitPositions.FIXES_MAX, bodies.size()));
        }
        var refused = new ArrayList<NotTaken>();
        var fixes = new ArrayList<Fix>(bodies.size());
        for (FixBody body : bodies) {
            try {
                fixes.add(fix(body));
            } catch (IllegalArgumentException unreadable) {
                refused.add(
                        new NotTaken(body.callsign(), "position/unreadable", String.valueOf(unreadable.getMessage())));
            }
        }
        UnitPositions.Report report = positions.report(fixes);
        report.refused().stream()
                .map(refusal -> new NotTaken(refusal.unit().text(), refusal.code(), refusal.sentence()))
                .forEach(refused::add);
        return new Answer(report.taken(), refused);
    }

    private static Fix fix(FixBody body) {
        return new Fix(
                new Callsign(there(body.callsign(), "callsign")),
                Coordinate.ofDegrees(there(body.lat(), "lat"), there(body.lon(), "lon")),
                time(there(body.at(), "at")),
                Optional.ofNullable(body.speed()),
                Optional.ofNullable(body.heading()),
                Optional.ofNullable(body.source()).orElse(SOURCE_UNLESS_SAID));
    }

    private static <T> T there(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("The field (%s) is missing.".formatted(field));
        }
        return value;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "The time (%s) is not ISO 8601 with its offset, e.g. 2026-11-22T21:04:37Z."
                            .formatted(text.length() > 40 ? text.substring(0, 40) : text),
                    unreadable);
        }
    }
}

package org.bluelamp.control.web;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.springframework.stereotype.Component;

/// Who asks on the current request, and the key that makes sending it twice the same request.
@Component
class Askers {
    private static final int KEY_BYTES = 16;

    private final Viewers viewers;
    private final ServiceClock clock;
    private final RandomGenerator random;

    Askers(Viewers viewers, ServiceClock clock, RandomGenerator random) {
        this.viewers = viewers;
        this.clock = clock;
        this.random = random;
    }

    Viewer viewer() {
        return viewers.require();
    }

    Instant now() {
        return clock.now();
    }

    Sight sight() {
        Viewer viewer = viewers.require();
        return new Sight(viewer.actor(), viewer.borough().orElse(null));
    }

    Asked asked(EnteredHow how, RequestKey key) {
        return new Asked(sight(), viewers.require().role(), how, clock.now(), key);
    }

    /// A key for a form that is shown now.
    String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static Optional<RequestKey> key(String text) {
        return text.matches("[A-Za-z0-9._:-]{8,128}") ? Optional.of(new RequestKey(text)) : Optional.empty();
    }
}

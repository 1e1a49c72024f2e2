package org.bluelamp.contact.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactId;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.springframework.stereotype.Component;

/// Who takes a contact on the current request, and the key that makes sending it twice the same request.
@Component
class CallTakers {
    private static final int KEY_BYTES = 16;
    private static final int ID_BYTES = 8;

    private final Viewers viewers;
    private final ServiceClock clock;
    private final RandomGenerator random;

    CallTakers(Viewers viewers, ServiceClock clock, RandomGenerator random) {
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

    CallTaker taker(EnteredHow how, RequestKey key) {
        Viewer viewer = viewers.require();
        return new CallTaker(viewer.actor(), viewer.role(), viewer.borough().orElse(null), how, clock.now(), key);
    }

    /// The contact a request without a form of its own is about: the same key of the same person, the same contact.
    ContactId contactOf(RequestKey key) {
        try {
            String person = viewers.require().actor().text();
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest("%s %s".formatted(person, key.text()).getBytes(StandardCharsets.UTF_8));
            return new ContactId("c-" + HexFormat.of().formatHex(hash, 0, ID_BYTES));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// A key for a form that is shown now.
    String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

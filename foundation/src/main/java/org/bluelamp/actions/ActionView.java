package org.bluelamp.actions;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;

/// Something that must be done, with who holds it now. `rung` counts from 0.
public record ActionView(
        ActionId action,
        String what,
        String about,
        int rung,
        RoleCode holder,
        Optional<BoroughCode> borough,
        Instant askedAt,
        Instant dueAt,
        Optional<String> blocks) {}

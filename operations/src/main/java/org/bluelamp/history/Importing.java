package org.bluelamp.history;

import java.nio.file.Path;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// Who imports, and how: whether odd rows are refused too, where refused rows are written, and what the file is
/// called (an upload has another name on the disk).
public record Importing(
        ActorId by, RoleCode role, boolean strict, Optional<Path> refusedRows, Optional<String> fileName) {

    /// Odd rows are kept and flagged; refused rows are counted, but written nowhere.
    public static Importing by(ActorId actor, RoleCode role) {
        return new Importing(actor, role, false, Optional.empty(), Optional.empty());
    }

    public Importing strictly() {
        return new Importing(by, role, true, refusedRows, fileName);
    }

    public Importing refusedTo(Path file) {
        return new Importing(by, role, strict, Optional.of(file), fileName);
    }

    public Importing named(String name) {
        return new Importing(by, role, strict, refusedRows, Optional.of(name));
    }
}

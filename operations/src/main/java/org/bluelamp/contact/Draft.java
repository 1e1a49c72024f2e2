package org.bluelamp.contact;

import java.time.Instant;
import java.util.Map;
import org.bluelamp.kernel.ActorId;

/// What was typed so far into the form of a contact, field by field, and when that was kept. Its `toString` shows no
/// words.
public record Draft(ContactId contact, ActorId owner, Map<String, String> fields, Instant savedAt, int saves) {
    public Draft {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "Draft[%s, %d fields, saved %d times]".formatted(contact, fields.size(), saves);
    }
}

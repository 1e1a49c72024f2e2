package org.bluelamp.contact;

/// What a contact became where it did not become an incident or another caller of one. Kept as it stands here in the
/// record: never renamed once released.
public enum Ending {
    QUESTION_ANSWERED,
    MESSAGE_TAKEN,
    SIGNPOSTED,
    MISUSE
}

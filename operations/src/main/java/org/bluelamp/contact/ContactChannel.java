package org.bluelamp.contact;

/// How a contact reached us (C1), the most urgent way first. Kept as it stands here in the record: never renamed
/// once released. `OFFICER` is an officer's own discovery: a stop on sight, a pursuit called by voice.
public enum ContactChannel {
    EMERGENCY_CALL,
    OFFICER,
    OTHER_AGENCY,
    NON_EMERGENCY_CALL,
    FRONT_COUNTER,
    DIRECT_DIAL,
    VOICEMAIL,
    ONLINE
}

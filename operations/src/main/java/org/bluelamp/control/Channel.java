package org.bluelamp.control;

/// How an incident reached the control room. Kept as it stands here in the record: never renamed once released.
public enum Channel {
    EMERGENCY_CALL,
    NON_EMERGENCY_CALL,
    RADIO,
    FRONT_COUNTER,
    ONLINE,
    SEEN_BY_OFFICER,
    OTHER_AGENCY
}

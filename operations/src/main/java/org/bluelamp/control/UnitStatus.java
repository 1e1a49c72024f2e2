package org.bluelamp.control;

/// What a unit does. The first group belongs to a unit *and* the incident it is committed to, the second to the unit
/// alone; what the board shows for a unit is derived from both. Labels, codes and what may be sent are policy
/// (`UnitStatuses`). Kept as it stands here in the record: never renamed once released.
public enum UnitStatus {
    /// Sent, not acknowledged yet.
    SENT,
    ON_THE_WAY,
    AT_SCENE,
    /// Committed to an incident, but may be sent to a more urgent one.
    DEPLOYABLE,
    CUSTODY,

    AVAILABLE,
    PATROLLING,
    AT_STATION,
    MEAL_BREAK,
    NOT_AVAILABLE;

    /// Whether it is a status towards an incident.
    public boolean onIncident() {
        return switch (this) {
            case SENT, ON_THE_WAY, AT_SCENE, DEPLOYABLE, CUSTODY -> true;
            case AVAILABLE, PATROLLING, AT_STATION, MEAL_BREAK, NOT_AVAILABLE -> false;
        };
    }

    /// Whether a unit in this status has reached its incident.
    public boolean arrived() {
        return switch (this) {
            case AT_SCENE, DEPLOYABLE, CUSTODY -> true;
            case SENT, ON_THE_WAY, AVAILABLE, PATROLLING, AT_STATION, MEAL_BREAK, NOT_AVAILABLE -> false;
        };
    }
}

package org.bluelamp.journal.internal;

/// In which order the journal's parts start; they stop the other way round.
final class Phases {
    static final int CLOCK = -300;
    static final int FOLLOWERS = -200;
    static final int DEADLINES = -150;
    static final int SEALER = -100;

    private Phases() {}
}

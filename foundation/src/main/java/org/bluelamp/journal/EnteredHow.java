package org.bluelamp.journal;

/// How an entry reached the record (D19).
public enum EnteredHow {
    SCREEN,
    TERMINAL,
    RADIO,
    TELEPHONE,
    IMPORT,
    PROGRAM
}

package org.bluelamp.geography.internal;

/// A street in one borough: a row of the gazetteer. `part` counts from 1 where the borough has the name in parts far
/// from each other, else 0. Units: microdegrees.
record Street(String name, String borough, int part, int latitude, int longitude) {}

package org.bluelamp.journal;

/// A policy a decision rested on, and the version of it that was in force.
public record PolicyUse(String policy, int version) {}

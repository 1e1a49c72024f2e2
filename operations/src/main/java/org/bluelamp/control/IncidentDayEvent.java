package org.bluelamp.control;

import org.bluelamp.kernel.IncidentRef;

/// What can happen to the numbers of a service day. Every opening rests on this stream, so that no number is given
/// twice and none is left out, however many despatchers open at once.
public sealed interface IncidentDayEvent {
    /// The next number of the day was given.
    record NumberGiven(IncidentRef incident) implements IncidentDayEvent {}
}

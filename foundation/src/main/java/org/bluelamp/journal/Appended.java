package org.bluelamp.journal;

/// What an append answers: the positions it took, or, for a request key that was used before with the same
/// request, the answer given then.
public sealed interface Appended {
    /// Positions `first` to `last`, both counted, were taken.
    record Done(long first, long last) implements Appended {}

    /// The same request was done before and was answered so; nothing was written.
    record Repeated(String answer) implements Appended {}
}

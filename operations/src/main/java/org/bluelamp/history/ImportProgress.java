package org.bluelamp.history;

/// Follows an import while it runs. Called after each batch of at most `Histories.BATCH_ROWS` rows.
@FunctionalInterface
public interface ImportProgress {

    /// How far it is: the account so far, and bytes of text read of all there are. Answers whether to go on; an
    /// import that is stopped can be run again and goes on where it stopped.
    boolean at(ImportAccount soFar, long bytesRead, long bytesAll);

    /// Nobody watches.
    static ImportProgress none() {
        return (_, _, _) -> true;
    }
}

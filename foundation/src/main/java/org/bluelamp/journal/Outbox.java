package org.bluelamp.journal;

/// What leaves the program: queued in the transaction that decided it, sent later by one node, tried again until it
/// arrives, and sent once for each dedupe key. No act of a person waits for the outside.
public interface Outbox {

    /// The longest body, in characters.
    int BODY_CHARACTERS_MAX = 100_000;

    /// Queues a message; a second one with the same dedupe key is the same message.
    ///
    /// Errors: `IllegalArgumentException` for a body that is too long.
    void send(String channel, String dedupeKey, String body);

    /// How many messages wait, on all channels.
    long waiting();

    /// A slot: a way out of the program, e.g. `witness`.
    interface Channel {
        String name();

        /// Delivers one message; the receiver may see it again after a crash and knows it by its key.
        ///
        /// Errors: `NotDelivered` when it must be tried again.
        void deliver(String dedupeKey, String body) throws NotDelivered;
    }

    /// The outside did not take a message; it stays queued.
    final class NotDelivered extends Exception {
        private static final long serialVersionUID = 1L;

        public NotDelivered(String reason) {
            super(reason);
        }
    }
}

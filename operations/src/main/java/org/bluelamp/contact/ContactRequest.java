package org.bluelamp.contact;

import java.time.Instant;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked of a contact.
public sealed interface ContactRequest {
    CallTaker taker();

    ContactId contact();

    /// What came with a contact before anybody asked: a caller's number, the words of an online report.
    record Came(String number, String name, String place, String words) {
        public static final Came NOTHING = new Came("", "", "", "");

        @Override
        public String toString() {
            return "Came[%d characters]".formatted(words.length());
        }
    }

    /// It reaches us and waits until somebody answers.
    record Receive(CallTaker taker, ContactId contact, ContactChannel channel, Instant receivedAt, Came came)
            implements ContactRequest {}

    /// Somebody begins to take it themselves: received and answered.
    record Begin(CallTaker taker, ContactId contact, ContactChannel channel, Instant receivedAt)
            implements ContactRequest {}

    /// Somebody answers it.
    record Answer(CallTaker taker, ContactId contact) implements ContactRequest {}

    /// Whoever called gives up waiting.
    record Abandon(CallTaker taker, ContactId contact) implements ContactRequest {}

    /// Somebody takes over what another has left unfinished.
    record TakeOver(CallTaker taker, ContactId contact) implements ContactRequest {}

    /// Put right how it reached us, by whoever has it.
    record PutChannelRight(CallTaker taker, ContactId contact, ContactChannel channel) implements ContactRequest {}

    /// It comes to an end. A contact nobody received before is received and answered at once, by `channel` at
    /// `receivedAt`; for others these say nothing new.
    record Finish(
            CallTaker taker,
            ContactId contact,
            ContactChannel channel,
            Instant receivedAt,
            Account account,
            Assessment assessment,
            Outcome outcome)
            implements ContactRequest {}

    /// What it becomes.
    sealed interface Outcome {
        /// A new incident, of the type and grade told; a unit that found it is at the scene from the first moment.
        record OpenIncident(@Nullable TourRef foundBy) implements Outcome {}

        /// Another caller of an incident.
        record LinkTo(IncidentRef incident) implements Outcome {}

        /// Neither; `words` say what was answered, for whom the message is, where somebody was sent.
        record End(Ending ending, String words) implements Outcome {
            @Override
            public String toString() {
                return "End[%s]".formatted(ending);
            }
        }
    }
}

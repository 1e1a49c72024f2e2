package org.bluelamp.contact.decide;

import java.util.List;
import java.util.Optional;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.Abandoned;
import org.bluelamp.contact.ContactEvent.Answered;
import org.bluelamp.contact.ContactEvent.Assessed;
import org.bluelamp.contact.ContactEvent.BecameIncident;
import org.bluelamp.contact.ContactEvent.ChannelPutRight;
import org.bluelamp.contact.ContactEvent.Ended;
import org.bluelamp.contact.ContactEvent.IncidentAsked;
import org.bluelamp.contact.ContactEvent.LinkedAsCaller;
import org.bluelamp.contact.ContactEvent.NotTaken;
import org.bluelamp.contact.ContactEvent.Received;
import org.bluelamp.contact.ContactEvent.TakenOver;
import org.bluelamp.contact.ContactEvent.Told;
import org.bluelamp.contact.ContactId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// A contact as its record leaves it, one type for each stage.
public sealed interface Contact {

    /// Nothing is recorded under this number.
    record NotReceived() implements Contact {}

    /// It waits until somebody answers.
    record Waiting(Received received) implements Contact {}

    /// `by` has it.
    record Taken(
            Received received,
            ActorId by,
            @Nullable Told told,
            @Nullable Assessed assessed) implements Contact {}

    /// The control room was asked, and its answer is not recorded yet.
    record Asked(Taken taken, IncidentAsked asked) implements Contact {

        public @Nullable IncidentRef into() {
            return asked.into();
        }

        /// What was told; an incident is never asked for without.
        public Told told() {
            Told told = taken.told();
            if (told == null) {
                throw new IllegalStateException("An incident was asked for and nothing was told.");
            }
            return told;
        }
    }

    /// It is over.
    record Over(ContactId contact, ActorId by, Optional<IncidentRef> incident) implements Contact {}

    /// Whoever called gave up.
    record Left(ContactId contact) implements Contact {}

    static Contact from(List<ContactEvent> events) {
        Contact contact = new NotReceived();
        for (ContactEvent event : events) {
            contact = contact.after(event);
        }
        return contact;
    }

    /// The contact after one more event.
    ///
    /// Errors: `IllegalStateException` for an event that cannot follow, which is a defect of the record.
    private Contact after(ContactEvent event) {
        return switch (event) {
            case Received received -> new Waiting(received);
            case Answered answered -> new Taken(waiting(event).received(), answered.by(), null, null);
            case ChannelPutRight right -> {
                Taken taken = taken(event);
                yield new Taken(by(right.channel(), taken.received()), taken.by(), taken.told(), taken.assessed());
            }
            case Abandoned abandoned -> new Left(abandoned.contact());
            case TakenOver over -> {
                Taken taken = taken(event);
                yield new Taken(taken.received(), over.by(), taken.told(), taken.assessed());
            }
            case Told told -> new Taken(taken(event).received(), taken(event).by(), told, null);
            case Assessed assessed -> {
                Taken taken = taken(event);
                yield new Taken(taken.received(), taken.by(), taken.told(), assessed);
            }
            case IncidentAsked asked -> new Asked(taken(event), asked);
            case NotTaken _ -> taken(event);
            case BecameIncident became ->
                new Over(became.contact(), taken(event).by(), Optional.of(became.incident()));
            case LinkedAsCaller linked ->
                new Over(linked.contact(), taken(event).by(), Optional.of(linked.incident()));
            case Ended ended -> new Over(ended.contact(), taken(event).by(), Optional.empty());
        };
    }

    private static Received by(ContactChannel channel, Received received) {
        return new Received(
                received.contact(),
                channel,
                received.receivedAt(),
                received.number(),
                received.name(),
                received.place(),
                received.words());
    }

    private Waiting waiting(ContactEvent event) {
        return switch (this) {
            case Waiting waiting -> waiting;
            case NotReceived _, Taken _, Asked _, Over _, Left _ -> throw cannotFollow(event);
        };
    }

    private Taken taken(ContactEvent event) {
        return switch (this) {
            case Taken taken -> taken;
            case Asked asked -> asked.taken();
            case NotReceived _, Waiting _, Over _, Left _ -> throw cannotFollow(event);
        };
    }

    private static IllegalStateException cannotFollow(ContactEvent event) {
        return new IllegalStateException("The event (%s) cannot follow on (%s)."
                .formatted(event.getClass().getSimpleName(), event.contact()));
    }
}

package org.bluelamp.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.contact.QuestionSet.Risk;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a contact. Never renamed once released; a changed meaning is a new event.
public sealed interface ContactEvent {
    ContactId contact();

    /// It reached us; `number`, `name`, `place` and `words` are what came with it, before anybody asked.
    record Received(
            ContactId contact,
            ContactChannel channel,
            Instant receivedAt,
            PersonalText number,
            PersonalText name,
            PersonalText place,
            PersonalText words)
            implements ContactEvent {}

    /// Somebody took it, and has it until it is over or taken over.
    record Answered(ContactId contact, ActorId by) implements ContactEvent {}

    /// It reached us another way than was written down first.
    record ChannelPutRight(ContactId contact, ContactChannel channel) implements ContactEvent {}

    /// Whoever called gave up before anybody answered.
    record Abandoned(ContactId contact) implements ContactEvent {}

    /// It was left unfinished by one and taken over by another, with what was typed so far.
    record TakenOver(ContactId contact, ActorId from, ActorId by) implements ContactEvent {}

    /// What was told, where the gazetteer put it.
    record Told(
            ContactId contact,
            @Nullable String type,
            @Nullable String locality,
            @Nullable Coordinate point,
            @Nullable BoroughCode borough,
            @Nullable String ward,
            @Nullable String areas,
            PersonalText number,
            PersonalText name,
            PersonalText place,
            PersonalText said)
            implements ContactEvent {}

    /// How it was judged: the answers by question, the grade they lead to with its reasons, the grade given, and why
    /// where the two differ; THRIVE in a few words each, `thrive` of them given.
    record Assessed(
            ContactId contact,
            Map<String, String> answers,
            int points,
            Grade recommended,
            List<String> reasons,
            Grade given,
            int thrive,
            PersonalText because,
            PersonalText threat,
            PersonalText harm,
            PersonalText risk,
            PersonalText investigation,
            PersonalText vulnerability,
            PersonalText engagement)
            implements ContactEvent {
        public Assessed {
            answers = java.util.Collections.unmodifiableMap(new TreeMap<>(answers));
            reasons = List.copyOf(reasons);
        }
    }

    /// The control room was asked to open an incident with these risks, found by a unit or not, or, where `into` is
    /// given, to note another caller there. Risks stand in the order of their list.
    record IncidentAsked(
            ContactId contact,
            @Nullable IncidentRef into,
            List<Risk> risks,
            @Nullable TourRef foundBy) implements ContactEvent {
        public IncidentAsked {
            risks = List.copyOf(risks);
        }
    }

    /// The control room did not take it, with this code; whoever has the contact goes on with it.
    record NotTaken(ContactId contact, String code) implements ContactEvent {}

    record BecameIncident(ContactId contact, IncidentRef incident) implements ContactEvent {}

    /// It was about an incident that was open already: another caller of that.
    record LinkedAsCaller(ContactId contact, IncidentRef incident) implements ContactEvent {}

    /// It ended without an incident.
    record Ended(ContactId contact, Ending ending, PersonalText words) implements ContactEvent {}
}

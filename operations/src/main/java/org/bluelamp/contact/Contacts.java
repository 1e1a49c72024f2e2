package org.bluelamp.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;

/// The way in to contacts, for call takers and for simulated callers alike. What a sight does not reach is not there:
/// a borough's sight reaches contacts of its borough and those its person has.
public interface Contacts {
    /// The most contacts one list shows.
    int LISTED_MAX = 200;

    /// The most earlier contacts shown of one number or address, and how far back. Units: days.
    int EARLIER_MAX = 5;

    int EARLIER_DAYS = 365;

    /// The largest draft. Units: characters over all fields.
    int DRAFT_CHARACTERS_MAX = 20_000;

    /// A number no contact has, made by chance.
    ContactId newContact();

    /// Decides and records, and for a contact that becomes an incident or another caller has the control room do its
    /// part. Cut off in between, the same request or any later `Finish` goes on where it stopped.
    ///
    /// Errors: `KeyReused` for a key used before for another request; `StaleStream` when others wrote on the same
    /// streams three times in a row.
    Decision<ContactEvent, ContactRefusal> handle(ContactRequest request);

    /// Answers the contact that waits most urgently: by channel, then the longest waiting. Empty where none waits.
    Optional<ContactId> answerNext(CallTaker taker);

    /// Keeps what is typed; the contact is begun where nobody began it. Empty where it is not this person's, or over.
    ///
    /// Errors: `IllegalArgumentException` for more than `DRAFT_CHARACTERS_MAX`.
    Optional<Draft> save(ContactRequest.Begin begun, Map<String, String> fields);

    Optional<Draft> draft(ContactId contact, Sight sight);

    Optional<ContactView> find(ContactId contact, Sight sight);

    /// Its whole record, if the sight reaches it.
    Optional<StreamRead<ContactEvent>> log(ContactId contact, Sight sight);

    /// Those nobody has answered, the most urgent first.
    List<ContactView> waiting(Sight sight);

    /// Those somebody has and has not finished, the oldest first.
    List<ContactView> unfinished(Sight sight);

    /// Those that are over, the latest first.
    List<ContactView> over(Sight sight);

    /// The callers of an incident: the contact it came from and those linked, in the order they were received.
    List<ContactView> callers(IncidentRef incident, Sight sight);

    /// What the gazetteer makes of words; `chosen` is `latitude,longitude` in microdegrees of a candidate, or empty.
    PlaceTold place(String words, String chosen);

    /// The grade the answers lead to at a time; empty for an unknown type.
    Optional<Recommendation> recommend(String type, Map<String, String> answers, Instant at);

    /// What stands beside a call while it is typed.
    Beside beside(ContactId contact, Account account, Map<String, String> answers, Sight sight);

    static StreamId stream(ContactId contact) {
        return new StreamId("contact/" + contact);
    }
}

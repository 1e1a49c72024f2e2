package org.bluelamp.contact.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Beside;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRefusal.UnknownIncident;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactRequest.Abandon;
import org.bluelamp.contact.ContactRequest.Answer;
import org.bluelamp.contact.ContactRequest.Begin;
import org.bluelamp.contact.ContactRequest.Finish;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactRequest.PutChannelRight;
import org.bluelamp.contact.ContactRequest.Receive;
import org.bluelamp.contact.ContactRequest.TakeOver;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.ContactView.Stage;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.Draft;
import org.bluelamp.contact.PlaceTold;
import org.bluelamp.contact.Recommendation;
import org.bluelamp.contact.decide.Contact;
import org.bluelamp.contact.decide.DecideContact;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.springframework.stereotype.Component;

/// Contacts, decided and recorded. Where one becomes an incident or another caller of one, it is recorded first that
/// the control room is asked, then the control room is asked under a key made from that entry, then its answer is
/// recorded: cut off anywhere, it is taken up there and nothing is done twice.
@Component
class JournalledContacts implements Contacts {
    private static final int REFERENCE_BYTES = 8;

    private final Journal journal;
    private final ContactBoard board;
    private final Drafts drafts;
    private final ContactGrading grading;
    private final ControlRoomAsked control;
    private final LookedUp lookedUp;

    JournalledContacts(
            Journal journal,
            ContactBoard board,
            Drafts drafts,
            ContactGrading grading,
            ControlRoomAsked control,
            LookedUp lookedUp) {
        this.journal = journal;
        this.board = board;
        this.drafts = drafts;
        this.grading = grading;
        this.control = control;
        this.lookedUp = lookedUp;
    }

    /// What contacts look up elsewhere.
    @Component
    record LookedUp(ContactPlaces places, BesideCall beside, Incidents incidents, RandomGenerator random) {}

    @Override
    public ContactId newContact() {
        byte[] bytes = new byte[REFERENCE_BYTES];
        lookedUp.random().nextBytes(bytes);
        return new ContactId("c-" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public Decision<ContactEvent, ContactRefusal> handle(ContactRequest request) {
        return switch (request) {
            case Receive receive -> change(receive, List.of(), contact -> DecideContact.receive(contact, receive));
            case Begin begin -> change(begin, List.of(), contact -> DecideContact.begin(contact, begin));
            case Answer answer -> change(answer, List.of(), contact -> DecideContact.answer(contact, answer));
            case Abandon abandon -> change(abandon, List.of(), contact -> DecideContact.abandon(contact, abandon));
            case TakeOver over -> change(over, List.of(), contact -> DecideContact.takeOver(contact, over));
            case PutChannelRight right ->
                change(right, List.of(), contact -> DecideContact.putChannelRight(contact, right));
            case Finish finish -> finish(finish);
        };
    }

    private Decision<ContactEvent, ContactRefusal> finish(Finish request) {
        CallTaker taker = request.taker();
        Contact now = read(request.contact());
        if (now instanceof Contact.Asked asked && asked.taken().by().equals(taker.by())) {
            return control.carryOut(request.contact(), taker);
        }
        Sight sight = new Sight(taker.by(), taker.within());
        if (request.outcome() instanceof Outcome.LinkTo link
                && lookedUp.incidents().find(link.incident(), sight).isEmpty()) {
            return Decision.refuse(new UnknownIncident(link.incident()));
        }
        ContactGrading.InForce rules =
                grading.inForce(request, lookedUp.beside().repeat(request.contact(), request.account(), taker.at()));
        Decision<ContactEvent, ContactRefusal> decision =
                change(request, rules.used(), contact -> DecideContact.finish(contact, request, rules.grading()));
        return switch (decision) {
            case Decision.Refused<ContactEvent, ContactRefusal> refused -> refused;
            case Decision.Accepted<ContactEvent, ContactRefusal> accepted ->
                read(request.contact()) instanceof Contact.Asked
                        ? control.carryOut(request.contact(), taker)
                        : accepted;
        };
    }

    private Contact read(ContactId contact) {
        return Contact.from(
                journal.read(Contacts.stream(contact), ContactEvent.class).events());
    }

    private Decision<ContactEvent, ContactRefusal> change(
            ContactRequest request,
            List<PolicyUse> used,
            Function<Contact, Decision<ContactEvent, ContactRefusal>> decide) {
        return Journal.retrying(_ -> {
            StreamRead<ContactEvent> read = journal.read(Contacts.stream(request.contact()), ContactEvent.class);
            Optional<Decision<ContactEvent, ContactRefusal>> before = before(read, request);
            if (before.isPresent()) {
                return before.get();
            }
            Decision<ContactEvent, ContactRefusal> decision = decide.apply(Contact.from(read.events()));
            if (decision instanceof Decision.Accepted<ContactEvent, ContactRefusal>(List<ContactEvent> events)) {
                Append append = Append.by(ContactActs.of(request.taker(), used))
                        .restingOn(read)
                        .writeAll(read.stream(), events);
                journal.appendOnce(
                        append, ContactText.of(request), request.contact().text());
            }
            return decision;
        });
    }

    /// What this very request did before. The same key with other words falls through, and the journal refuses it.
    private static Optional<Decision<ContactEvent, ContactRefusal>> before(
            StreamRead<ContactEvent> read, ContactRequest request) {
        List<ContactEvent> done = read.entries().stream()
                .filter(entry -> entry.act().actor().equals(request.taker().by())
                        && entry.act().key().equals(Optional.of(request.taker().key())))
                .map(Recorded::event)
                .toList();
        return done.isEmpty() || !ContactText.saysTheSame(request, done)
                ? Optional.empty()
                : Optional.of(new Decision.Accepted<>(done));
    }

    @Override
    public Optional<ContactId> answerNext(CallTaker taker) {
        Sight sight = new Sight(taker.by(), taker.within());
        return board.list(sight, Stage.WAITING).stream()
                .map(ContactView::contact)
                .filter(contact -> handle(new Answer(
                                taker.withKey(ContactActs.key(taker.key().text(), contact.text())), contact))
                        instanceof Decision.Accepted)
                .findFirst();
    }

    @Override
    public Optional<Draft> save(Begin begun, Map<String, String> fields) {
        int characters = fields.values().stream().mapToInt(String::length).sum();
        if (characters > DRAFT_CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "A draft has at most %,d characters, not %,d.".formatted(DRAFT_CHARACTERS_MAX, characters));
        }
        CallTaker taker = begun.taker();
        if (board.find(begun.contact(), new Sight(taker.by(), null)).isEmpty()
                && handle(begun) instanceof Decision.Refused) {
            return Optional.empty();
        }
        return drafts.save(begun.contact(), taker.by(), fields, taker.at())
                ? drafts.find(begun.contact())
                : Optional.empty();
    }

    @Override
    public Optional<Draft> draft(ContactId contact, Sight sight) {
        return find(contact, sight).flatMap(_ -> drafts.find(contact));
    }

    @Override
    public Optional<ContactView> find(ContactId contact, Sight sight) {
        return board.find(contact, sight).filter(view -> open(view, sight));
    }

    @Override
    public Optional<StreamRead<ContactEvent>> log(ContactId contact, Sight sight) {
        return find(contact, sight).map(_ -> journal.read(Contacts.stream(contact), ContactEvent.class));
    }

    @Override
    public List<ContactView> waiting(Sight sight) {
        return board.list(sight, Stage.WAITING);
    }

    @Override
    public List<ContactView> unfinished(Sight sight) {
        return board.list(sight, Stage.TAKEN, Stage.ASKED);
    }

    @Override
    public List<ContactView> over(Sight sight) {
        return board.list(sight, Stage.INCIDENT, Stage.LINKED, Stage.ENDED, Stage.LEFT).stream()
                .filter(view -> open(view, sight))
                .toList();
    }

    @Override
    public List<ContactView> callers(IncidentRef incident, Sight sight) {
        return lookedUp.incidents().find(incident, sight).isPresent() ? board.callers(incident) : List.of();
    }

    /// A contact of an incident that is restricted, or another borough's, is seen only by those who see the incident.
    private boolean open(ContactView view, Sight sight) {
        IncidentRef incident = view.incident();
        return incident == null
                || sight.person().equals(view.owner())
                || lookedUp.incidents().find(incident, sight).isPresent();
    }

    @Override
    public PlaceTold place(String words, String chosen) {
        return lookedUp.places().told(words, chosen);
    }

    @Override
    public Optional<Recommendation> recommend(String type, Map<String, String> answers, Instant at) {
        return grading.recommend(type, answers, at, Optional.<BoroughCode>empty());
    }

    @Override
    public Beside beside(ContactId contact, Account account, Map<String, String> answers, Sight sight) {
        Beside beside = lookedUp.beside().of(contact, account, answers, sight);
        return new Beside(
                beside.ofNumber().stream().filter(view -> open(view, sight)).toList(),
                beside.ofAddress().stream().filter(view -> open(view, sight)).toList(),
                beside.known(),
                beside.warnings(),
                beside.duplicates(),
                beside.questions(),
                beside.recommendation());
    }
}

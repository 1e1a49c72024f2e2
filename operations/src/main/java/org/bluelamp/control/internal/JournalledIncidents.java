package org.bluelamp.control.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentDayEvent.NumberGiven;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.control.decide.Decide;
import org.bluelamp.control.decide.Incident;
import org.bluelamp.control.decide.IncidentDay;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Incidents as the journal holds them: reads, decides, appends.
@Component
class JournalledIncidents implements Incidents {
    private static final int TERMS_MAX = 8;
    private static final int TERM_CHARACTERS_MIN = 2;
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,6})");
    private static final Pattern BETWEEN_TERMS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Journal journal;
    private final Policies policies;
    private final IncidentNumbers numbers;
    private final IncidentBoard board;
    private final ServiceClock clock;
    private final ZoneId zone;
    /// One opening at a time on this node, so that despatchers beside each other do not make each other try again;
    /// between nodes the journal decides.
    private final ReentrantLock opening = new ReentrantLock(true);

    JournalledIncidents(
            Journal journal,
            Policies policies,
            IncidentNumbers numbers,
            IncidentBoard board,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.journal = journal;
        this.policies = policies;
        this.numbers = numbers;
        this.board = board;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Decision<IncidentEvent, IncidentRefusal> handle(IncidentRequest request) {
        return switch (request) {
            case Open open -> open(open);
            case AddNote note -> change(note.incident(), note, List.of(), incident -> Decide.addNote(incident, note));
            case CorrectNote correction ->
                change(
                        correction.incident(),
                        correction,
                        List.of(),
                        incident -> Decide.correctNote(incident, correction));
            case Close close -> {
                Policy<GradingScheme> policy = inForce(close.asked());
                yield change(
                        close.incident(),
                        close,
                        List.of(policy.use()),
                        incident -> Decide.close(incident, close, policy.only()));
            }
            case Restrict restrict ->
                change(restrict.incident(), restrict, List.of(), incident -> Decide.restrict(incident, restrict));
        };
    }

    private Decision<IncidentEvent, IncidentRefusal> open(Open request) {
        Policy<GradingScheme> policy = inForce(request.asked());
        opening.lock();
        try {
            return Journal.retrying(_ -> openOnce(request, policy));
        } finally {
            opening.unlock();
        }
    }

    private Decision<IncidentEvent, IncidentRefusal> openOnce(Open request, Policy<GradingScheme> policy) {
        IncidentDay day = numbers.of(LocalDate.ofInstant(request.asked().at(), zone));
        Decision<IncidentEvent, IncidentRefusal> decision = Decide.open(day, request, policy.only());
        return switch (decision) {
            case Decision.Refused<IncidentEvent, IncidentRefusal> refused -> refused;
            case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted -> {
                IncidentRef ref = accepted.events().getFirst().incident();
                StreamId dayStream = IncidentNumbers.stream(day.day());
                StreamId stream = Incidents.stream(ref);
                Append append = Append.by(act(request.asked(), List.of(policy.use())))
                        .restingOn(dayStream, day.given())
                        .restingOn(stream, 0)
                        .write(dayStream, new NumberGiven(ref))
                        .writeAll(stream, accepted.events());
                yield switch (journal.appendOnce(append, RequestText.of(request), ref.toString())) {
                    case Appended.Done _ -> accepted;
                    case Appended.Repeated repeated -> first(IncidentRef.of(repeated.answer()));
                };
            }
        };
    }

    private Decision<IncidentEvent, IncidentRefusal> first(IncidentRef ref) {
        return Decision.accept(journal.read(Incidents.stream(ref), IncidentEvent.class)
                .events()
                .getFirst());
    }

    private Decision<IncidentEvent, IncidentRefusal> change(
            IncidentRef ref,
            IncidentRequest request,
            List<PolicyUse> used,
            Function<Incident, Decision<IncidentEvent, IncidentRefusal>> decide) {
        return Journal.retrying(_ -> {
            StreamRead<IncidentEvent> read = journal.read(Incidents.stream(ref), IncidentEvent.class);
            Optional<Decision<IncidentEvent, IncidentRefusal>> before = before(read, request);
            if (before.isPresent()) {
                return before.get();
            }
            Decision<IncidentEvent, IncidentRefusal> decision = decide.apply(Incident.from(read.events()));
            return switch (decision) {
                case Decision.Refused<IncidentEvent, IncidentRefusal> refused -> refused;
                case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted -> {
                    Append append = Append.by(act(request.asked(), used))
                            .restingOn(read)
                            .writeAll(read.stream(), accepted.events());
                    journal.appendOnce(append, RequestText.of(request), ref.toString());
                    yield accepted;
                }
            };
        });
    }

    /// What this very request did before. It is asked first, because a request that was done (a closing) would now
    /// be refused. The same key with other words falls through, and the journal refuses it.
    private static Optional<Decision<IncidentEvent, IncidentRefusal>> before(
            StreamRead<IncidentEvent> read, IncidentRequest request) {
        Asked asked = request.asked();
        return read.entries().stream()
                .filter(entry -> entry.act().actor().equals(asked.by())
                        && entry.act().key().equals(Optional.of(asked.key()))
                        && RequestText.saysTheSame(request, entry.event()))
                .map(Recorded::event)
                .findFirst()
                .map(Decision::accept);
    }

    private Policy<GradingScheme> inForce(Asked asked) {
        return policies.inForce(
                GradingScheme.KIND,
                asked.at(),
                Optional.ofNullable(asked.sight().within()));
    }

    private static Act act(Asked asked, List<PolicyUse> used) {
        String source = asked.how().name().toLowerCase(Locale.ROOT);
        return new Act(
                asked.by(),
                asked.role(),
                asked.by(),
                asked.how(),
                Optional.empty(),
                new Happened(asked.at(), Happened.Precision.MICROSECOND, source),
                List.of(),
                Optional.of(asked.key()),
                used);
    }

    @Override
    public Optional<IncidentView> find(IncidentRef incident, Sight sight) {
        return board.find(incident, sight);
    }

    @Override
    public List<IncidentView> open(Sight sight) {
        return board.open(
                sight, scheme().grades().stream().map(row -> row.grade().code()).toList());
    }

    @Override
    public List<IncidentView> search(String text, Sight sight) {
        String asked = text.strip();
        if (asked.isEmpty() || asked.length() > SEARCH_CHARACTERS_MAX) {
            return List.of();
        }
        List<String> terms = Stream.of(BETWEEN_TERMS.split(asked))
                .map(term -> term.toLowerCase(Locale.UK))
                .filter(term -> term.length() >= TERM_CHARACTERS_MIN)
                .distinct()
                .limit(TERMS_MAX)
                .toList();
        var types = new LinkedHashMap<String, String>();
        scheme().types().forEach(type -> types.put(type.code(), type.label().toLowerCase(Locale.UK)));
        var number = NUMBER.matcher(asked);
        String ref = number.matches() ? LocalDate.ofInstant(clock.now(), zone) + "-" + number.group(1) : asked;
        return board.search(sight, terms, types, ref);
    }

    private GradingScheme scheme() {
        return policies.inForce(GradingScheme.KIND, clock.now()).only();
    }

    @Override
    public Optional<StreamRead<IncidentEvent>> log(IncidentRef incident, Sight sight) {
        StreamRead<IncidentEvent> read = journal.read(Incidents.stream(incident), IncidentEvent.class);
        return Incident.from(read.events()).seenBy(sight) ? Optional.of(read) : Optional.empty();
    }
}

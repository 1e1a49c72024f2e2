package org.bluelamp.control.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentDayEvent.NumberGiven;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.control.decide.Before;
import org.bluelamp.control.decide.Decide;
import org.bluelamp.control.decide.Incident;
import org.bluelamp.control.decide.IncidentDay;
import org.bluelamp.control.decide.Unit;
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
import org.bluelamp.kernel.TourRef;
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
    private final Rulebook rulebook;
    private final IncidentNumbers numbers;
    private final IncidentLists lists;
    private final ServiceClock clock;
    private final ZoneId zone;
    /// One opening at a time on this node, so that despatchers beside each other do not make each other try
    /// again; between nodes the journal decides.
    private final ReentrantLock opening = new ReentrantLock(true);

    JournalledIncidents(
            Journal journal,
            Rulebook rulebook,
            IncidentNumbers numbers,
            IncidentLists lists,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.journal = journal;
        this.rulebook = rulebook;
        this.numbers = numbers;
        this.lists = lists;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Decision<IncidentEvent, IncidentRefusal> handle(IncidentRequest request) {
        return switch (request) {
            case Open open -> open(open);
            case Change change -> Journal.retrying(_ -> changeOnce(change));
        };
    }

    private Decision<IncidentEvent, IncidentRefusal> open(Open request) {
        opening.lock();
        try {
            return Journal.retrying(_ -> openOnce(request));
        } finally {
            opening.unlock();
        }
    }

    private Decision<IncidentEvent, IncidentRefusal> openOnce(Open request) {
        var streams = new ReadStreams(journal);
        TourRef unit = request.foundBy();
        Unit foundBy = unit == null ? new Unit.NotOn() : streams.unit(unit);
        IncidentDay day = numbers.of(LocalDate.ofInstant(request.asked().at(), zone));
        Decision<IncidentEvent, IncidentRefusal> decision =
                Decide.open(day, request, foundBy, rulebook.rules(request.asked()));
        return switch (decision) {
            case Decision.Refused<IncidentEvent, IncidentRefusal> refused ->
                answeredBefore(request).orElse(refused);
            case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted -> {
                IncidentRef ref = accepted.events().getFirst().incident();
                StreamId dayStream = IncidentNumbers.stream(day.day());
                streams.isNew(ref);
                Append append = streams.write(
                                Append.by(act(request.asked(), rulebook.used(request))), accepted.events())
                        .restingOn(dayStream, day.given())
                        .write(dayStream, new NumberGiven(ref));
                yield append(append, request, accepted, ref);
            }
        };
    }

    private Decision<IncidentEvent, IncidentRefusal> changeOnce(Change request) {
        var streams = new ReadStreams(journal);
        Incident incident = streams.incident(request.incident());
        boolean crewing = !incident.seenBy(request.asked().sight())
                && lists.crewing(request.incident(), request.asked().sight());
        Before before = streams.before(request, crewing, rulebook.rules(request.asked()));
        Decision<IncidentEvent, IncidentRefusal> decision = Decide.change(request, before);
        return switch (decision) {
            case Decision.Refused<IncidentEvent, IncidentRefusal> refused ->
                answeredBefore(request).orElse(refused);
            case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted ->
                append(
                        streams.write(Append.by(act(request, rulebook.used(request))), accepted.events()),
                        request,
                        accepted,
                        request.incident());
        };
    }

    private Decision<IncidentEvent, IncidentRefusal> append(
            Append append,
            IncidentRequest request,
            Decision.Accepted<IncidentEvent, IncidentRefusal> accepted,
            IncidentRef ref) {
        return switch (journal.appendOnce(append, text(request), ref.toString())) {
            case Appended.Done _ -> accepted;
            case Appended.Repeated repeated -> first(request, IncidentRef.of(repeated.answer()));
        };
    }

    /// What this very request did before: one that was done (a closing) would now be refused.
    private Optional<Decision<IncidentEvent, IncidentRefusal>> answeredBefore(IncidentRequest request) {
        return journal.answered(request.asked().by(), request.asked().key(), text(request))
                .map(answer -> first(request, IncidentRef.of(answer)));
    }

    private Decision<IncidentEvent, IncidentRefusal> first(IncidentRequest request, IncidentRef ref) {
        return new Decision.Accepted<>(journal.read(Incidents.stream(ref), IncidentEvent.class).entries().stream()
                .filter(entry -> entry.act().actor().equals(request.asked().by())
                        && entry.act().key().equals(Optional.of(request.asked().key())))
                .map(Recorded::event)
                .toList());
    }

    private static String text(IncidentRequest request) {
        return RequestText.of((Record) request, request.asked());
    }

    private static Act act(Change request, List<PolicyUse> used) {
        return request instanceof IncidentRequest.SayStatus said
                ? act(request.asked(), said.happenedAt(), used)
                : act(request.asked(), used);
    }

    static Act act(Asked asked, List<PolicyUse> used) {
        return act(asked, asked.at(), used);
    }

    private static Act act(Asked asked, Instant happenedAt, List<PolicyUse> used) {
        return new Act(
                asked.by(),
                asked.as(),
                asked.enteredBy(),
                asked.how(),
                Optional.empty(),
                new Happened(
                        happenedAt,
                        happenedAt.equals(asked.at()) ? Happened.Precision.MICROSECOND : Happened.Precision.SECOND,
                        asked.how().name().toLowerCase(Locale.ROOT)),
                List.of(),
                Optional.of(asked.key()),
                used);
    }

    @Override
    public Optional<IncidentView> find(IncidentRef incident, Sight sight) {
        return lists.find(incident, sight);
    }

    @Override
    public List<IncidentView> open(Sight sight) {
        return open(sight, BOARD_MAX);
    }

    @Override
    public List<IncidentView> open(Sight sight, int max) {
        return lists.open(sight, Math.min(max, OPEN_MAX));
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
        return lists.search(sight, terms, types, ref);
    }

    private GradingScheme scheme() {
        return rulebook.grading(clock.now());
    }

    @Override
    public Optional<StreamRead<IncidentEvent>> log(IncidentRef incident, Sight sight) {
        StreamRead<IncidentEvent> read = journal.read(Incidents.stream(incident), IncidentEvent.class);
        return Incident.from(read.events()).seenBy(sight) || lists.crewing(incident, sight)
                ? Optional.of(read)
                : Optional.empty();
    }
}

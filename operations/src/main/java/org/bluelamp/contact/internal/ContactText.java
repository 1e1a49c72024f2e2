package org.bluelamp.contact.internal;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Assessment;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactEvent.Ended;
import org.bluelamp.contact.ContactEvent.IncidentAsked;
import org.bluelamp.contact.ContactEvent.Told;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactRequest.Abandon;
import org.bluelamp.contact.ContactRequest.Answer;
import org.bluelamp.contact.ContactRequest.Begin;
import org.bluelamp.contact.ContactRequest.Came;
import org.bluelamp.contact.ContactRequest.Finish;
import org.bluelamp.contact.ContactRequest.Outcome;
import org.bluelamp.contact.ContactRequest.PutChannelRight;
import org.bluelamp.contact.ContactRequest.Receive;
import org.bluelamp.contact.ContactRequest.TakeOver;
import org.bluelamp.kernel.PersonalText;

/// A request in one canonical text, without the time it was sent, so that sending it again is seen to be the same.
/// The journal keeps only its hash.
final class ContactText {
    private ContactText() {}

    static String of(ContactRequest request) {
        String contact = request.contact().text();
        return switch (request) {
            case Receive receive -> {
                Came came = receive.came();
                yield parts(
                        "receive",
                        contact,
                        receive.channel().name(),
                        came.number(),
                        came.name(),
                        came.place(),
                        came.words());
            }
            case Begin begin -> parts("begin", contact, begin.channel().name());
            case Answer _ -> parts("answer", contact);
            case Abandon _ -> parts("abandon", contact);
            case TakeOver _ -> parts("take-over", contact);
            case PutChannelRight right ->
                parts("channel", contact, right.channel().name());
            case Finish finish ->
                parts("finish", contact, of(finish.account()), of(finish.assessment()), of(finish.outcome()));
        };
    }

    private static String of(Account account) {
        return parts(
                account.type(),
                account.number(),
                account.name(),
                account.place().words(),
                account.said());
    }

    private static String of(Assessment assessment) {
        return parts(
                new TreeMap<>(assessment.answers()).toString(),
                String.valueOf(assessment.given()),
                assessment.because(),
                String.join("\n", assessment.thrive().all()));
    }

    private static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OpenIncident open -> parts("open", String.valueOf(open.foundBy()));
            case Outcome.LinkTo link -> parts("link", link.incident().toString());
            case Outcome.End end -> parts("end", end.ending().name(), end.words());
        };
    }

    /// Each part with its length before it, so that no two requests have one text.
    private static String parts(String... parts) {
        return List.of(parts).stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
    }

    /// Whether these events are what this request led to.
    static boolean saysTheSame(ContactRequest request, List<ContactEvent> events) {
        return switch (request) {
            case Receive _, Begin _, Answer _, Abandon _, TakeOver _, PutChannelRight _ -> true;
            case Finish finish ->
                events.stream().anyMatch(event -> event instanceof Told told && same(finish.account(), told))
                        && events.stream().anyMatch(event -> same(finish.outcome(), event));
        };
    }

    private static boolean same(Account account, Told told) {
        return told.said().equals(PersonalText.of(account.said()))
                && told.number().equals(PersonalText.of(account.number()))
                && told.place().equals(PersonalText.of(account.place().words()));
    }

    private static boolean same(Outcome outcome, ContactEvent event) {
        return switch (outcome) {
            case Outcome.OpenIncident _ -> event instanceof IncidentAsked asked && asked.into() == null;
            case Outcome.LinkTo link ->
                event instanceof IncidentAsked asked && link.incident().equals(asked.into());
            case Outcome.End end -> event instanceof Ended ended && ended.ending() == end.ending();
        };
    }
}

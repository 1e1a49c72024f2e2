package org.bluelamp.contact.web;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Problems;
import org.bluelamp.console.RequestFault;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactEvent;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRefusal;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.Decision;
import org.bluelamp.people.Looks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Contacts for other programs: `/api/v1/contacts`.
@RestController
class ContactsApi {
    private static final String ROUTE = "/api/v1/contacts";

    private final Contacts contacts;
    private final CallTakers takers;
    private final Looks looks;

    ContactsApi(Contacts contacts, CallTakers takers, Looks looks) {
        this.contacts = contacts;
        this.takers = takers;
        this.looks = looks;
    }

    /// A contact in a list; times in ISO 8601, nothing personal.
    record Listed(
            String contact,
            String channel,
            String stage,
            Instant receivedAt,
            @Nullable Instant answeredAt,
            @Nullable String type,
            @Nullable String grade,
            @Nullable String borough,
            @Nullable String locality,
            @Nullable String ending,
            @Nullable String incident,
            @Nullable Instant endedAt) {
        static Listed of(ContactView view) {
            return new Listed(
                    view.contact().text(),
                    view.channel().name(),
                    view.stage().name(),
                    view.receivedAt(),
                    view.answeredAt(),
                    view.type(),
                    text(view.grade()),
                    text(view.borough()),
                    view.locality(),
                    text(view.ending()),
                    text(view.incident()),
                    view.endedAt());
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    /// A list and how many each of its three parts holds at most.
    record Page(List<Listed> contacts, int max) {}

    /// What a contact was and becomes. `place` is resolved by the gazetteer; where it is in several places,
    /// `chosen` is the point `latitude,longitude` in microdegrees of the one that is meant. `answers` are by
    /// question code of the set in force. `outcome` is `open` (unless something else is said), `link` and an
    /// incident, or an ending.
    record ContactBody(
            @Nullable String channel,
            @Nullable Instant receivedAt,
            @Nullable String type,
            @Nullable String grade,
            @Nullable String because,
            @Nullable String number,
            @Nullable String name,
            @Nullable String place,
            @Nullable String chosen,
            @Nullable String said,
            @Nullable Map<String, String> answers,
            @Nullable Map<String, String> thrive,
            @Nullable String outcome,
            @Nullable String words) {

        CallForm form(String key) {
            var fields = new HashMap<String, String>();
            fields.put("key", key);
            put(fields, "channel", channel);
            put(fields, "receivedAt", receivedAt == null ? null : receivedAt.toString());
            put(fields, "type", type);
            put(fields, "grade", grade);
            put(fields, "because", because);
            put(fields, "number", number);
            put(fields, "name", name);
            put(fields, "place", place);
            put(fields, "chosen", chosen);
            put(fields, "said", said);
            put(fields, "outcome", outcome);
            put(fields, "words", words);
            if (answers != null) {
                answers.forEach((question, answer) -> put(fields, CallForm.QUESTION + question, answer));
            }
            if (thrive != null) {
                thrive.forEach((field, value) -> put(fields, field, value));
            }
            return new CallForm(fields);
        }

        private static void put(Map<String, String> fields, String field, @Nullable String value) {
            if (value != null) {
                fields.putIfAbsent(field, value);
            }
        }
    }

    @GetMapping(ROUTE)
    @Needs("contact.read")
    Page list() {
        List<ContactView> views = Stream.of(
                        contacts.waiting(takers.sight()),
                        contacts.unfinished(takers.sight()),
                        contacts.over(takers.sight()))
                .flatMap(List::stream)
                .toList();
        looks.search(
                ROUTE,
                views.stream()
                        .map(view -> Contacts.stream(view.contact()).text())
                        .toList());
        return new Page(views.stream().map(Listed::of).toList(), Contacts.LISTED_MAX);
    }

    @PostMapping(ROUTE)
    @Needs("contact.take")
    ResponseEntity<?> take(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key, @RequestBody ContactBody body) {
        CallForm form = body.form(key);
        RequestKey requestKey = form.key()
                .orElseThrow(() -> new RequestFault(
                        "Idempotency-Key", "Every request that changes something carries a key of 8 to 128 signs."));
        form.faults().forEach((field, sentence) -> {
            throw new RequestFault(field, sentence);
        });
        CallTaker taker = takers.taker(EnteredHow.TERMINAL, requestKey);
        ContactId contact = takers.contactOf(requestKey);
        var request = new ContactRequest.Finish(
                taker,
                contact,
                form.channel(),
                form.receivedAt(taker.at()),
                form.account(contacts.place(form.text("place"), form.text("chosen"))),
                form.assessment(),
                form.outcome().orElseThrow());
        try {
            return switch (contacts.handle(request)) {
                case Decision.Accepted<ContactEvent, ContactRefusal> _ -> answer(contact);
                case Decision.Refused<ContactEvent, ContactRefusal>(ContactRefusal refusal) ->
                    problem(Problems.of(status(refusal), refusal));
            };
        } catch (KeyReused _) {
            return problem(Problems.of(
                    HttpStatus.CONFLICT, "console/overtaken", "The key was used before for another request."));
        } catch (StaleStream _) {
            return problem(Problems.of(HttpStatus.CONFLICT, "console/overtaken", CallForm.OVERTAKEN));
        }
    }

    private ResponseEntity<?> answer(ContactId contact) {
        Optional<Listed> listed = contacts.find(contact, takers.sight()).map(Listed::of);
        return ResponseEntity.created(URI.create("/contacts/" + contact))
                .body(listed.<Object>map(each -> each).orElse(Map.of("contact", contact.text())));
    }

    private static HttpStatus status(ContactRefusal refusal) {
        return switch (refusal) {
            case ContactRefusal.UnknownContact _, ContactRefusal.UnknownIncident _ -> HttpStatus.NOT_FOUND;
            case ContactRefusal.AnsweredBefore _, ContactRefusal.AlreadyOver _, ContactRefusal.NotWaiting _ ->
                HttpStatus.CONFLICT;
            case ContactRefusal.UnknownType _,
                    ContactRefusal.UnknownGrade _,
                    ContactRefusal.UnknownAnswer _,
                    ContactRefusal.PlaceMissing _,
                    ContactRefusal.PlaceNotChosen _,
                    ContactRefusal.WordsMissing _,
                    ContactRefusal.BecauseMissing _,
                    ContactRefusal.NotTakenByControl _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static ResponseEntity<ProblemDetail> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

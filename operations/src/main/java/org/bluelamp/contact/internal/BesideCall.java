package org.bluelamp.contact.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.Beside;
import org.bluelamp.contact.CallMatching;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.Contacts;
import org.bluelamp.contact.PossibleDuplicate;
import org.bluelamp.contact.decide.Likeness;
import org.bluelamp.contact.decide.Likeness.Telling;
import org.bluelamp.contact.internal.ContactBoard.Earlier;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberView;
import org.bluelamp.persons.Persons;
import org.bluelamp.policy.Policies;
import org.springframework.stereotype.Component;

/// What stands beside a call while it is typed.
@Component
class BesideCall {
    private static final Sight EVERYBODY = new Sight(new ActorId("system/contact"), null);

    private final ContactBoard board;
    private final IncidentsTold told;
    private final ContactGrading grading;
    private final Persons persons;
    private final Incidents incidents;
    private final Rules rules;

    /// The rules in force and the time they are asked for.
    @Component
    record Rules(Policies policies, ServiceClock clock) {
        CallMatching matching() {
            return policies.inForce(CallMatching.KIND, clock.now()).only();
        }
    }

    BesideCall(
            ContactBoard board,
            IncidentsTold told,
            ContactGrading grading,
            Persons persons,
            Incidents incidents,
            Rules rules) {
        this.board = board;
        this.told = told;
        this.grading = grading;
        this.persons = persons;
        this.incidents = incidents;
        this.rules = rules;
    }

    Beside of(ContactId contact, Account account, Map<String, String> answers, Sight sight) {
        Instant now = rules.clock().now();
        Instant since = now.minus(Duration.ofDays(Contacts.EARLIER_DAYS));
        BoroughCode borough = account.place().borough();
        Optional<Identity> number = Identity.of(Identity.Kind.NUMBER, account.number(), null);
        Optional<Identity> address =
                Identity.of(Identity.Kind.ADDRESS, account.place().words(), borough);
        var identities = new ArrayList<Identity>();
        number.ifPresent(identities::add);
        address.ifPresent(identities::add);
        List<ContactView> ofNumber = number.map(
                        known -> board.earlier(contact, new Earlier(known.normal(), "", null), sight, since))
                .orElse(List.of());
        List<ContactView> ofAddress = address.map(known -> board.earlier(
                        contact,
                        new Earlier("", known.normal(), borough == null ? null : borough.code()),
                        sight,
                        since))
                .orElse(List.of());
        List<MemberView> known = persons.knownBy(identities);
        return new Beside(
                ofNumber,
                ofAddress,
                known,
                persons.warnings(
                        identities, known.stream().map(MemberView::member).toList(), now),
                duplicates(account, sight, now),
                account.type().isEmpty() ? Optional.empty() : grading.questions(account.type(), now),
                grading.recommend(account.type(), answers, now, Optional.ofNullable(borough)));
    }

    /// Whether this number or this address called before, lately and often enough by the policy.
    boolean repeat(ContactId contact, Account account, Instant at) {
        CallMatching inForce = rules.matching();
        BoroughCode borough = account.place().borough();
        String number = Identity.of(Identity.Kind.NUMBER, account.number(), null)
                .map(Identity::normal)
                .orElse("");
        String address = Identity.of(Identity.Kind.ADDRESS, account.place().words(), borough)
                .map(Identity::normal)
                .orElse("");
        var asked = new Earlier(number, address, borough == null ? null : borough.code());
        return board.earlier(contact, asked, EVERYBODY, at.minus(inForce.repeatWithin()))
                        .size()
                >= inForce.repeatFrom();
    }

    /// Possible duplicates that are open and that whoever asks may see.
    private List<PossibleDuplicate> duplicates(Account account, Sight sight, Instant now) {
        if (account.place().point() == null && account.said().isBlank()) {
            return List.of();
        }
        CallMatching inForce = rules.matching();
        var telling = new Telling(now, account.place().point(), account.type(), account.said());
        return Likeness.among(told.near(telling, inForce), telling, inForce).stream()
                .filter(alike -> incidents
                        .find(alike.incident(), sight)
                        .filter(IncidentView::open)
                        .isPresent())
                .limit(inForce.offeredMax())
                .toList();
    }
}

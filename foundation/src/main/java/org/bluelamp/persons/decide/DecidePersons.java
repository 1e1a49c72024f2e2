package org.bluelamp.persons.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent.LinkAsserted;
import org.bluelamp.persons.MemberEvent.LinkWithdrawn;
import org.bluelamp.persons.MemberEvent.Met;
import org.bluelamp.persons.MemberEvent.SaidBy;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.PersonsFact;
import org.bluelamp.persons.PersonsRefusal;
import org.bluelamp.persons.PersonsRefusal.EndsWrong;
import org.bluelamp.persons.PersonsRefusal.MetBefore;
import org.bluelamp.persons.PersonsRefusal.NobodyWarnedOf;
import org.bluelamp.persons.PersonsRefusal.NothingKnown;
import org.bluelamp.persons.PersonsRefusal.UnknownKind;
import org.bluelamp.persons.PersonsRefusal.UnknownLink;
import org.bluelamp.persons.PersonsRefusal.UnknownMember;
import org.bluelamp.persons.PersonsRefusal.UnknownWarning;
import org.bluelamp.persons.PersonsRefusal.WhyMissing;
import org.bluelamp.persons.PersonsRefusal.WordsMissing;
import org.bluelamp.persons.PersonsRequest.AssertLink;
import org.bluelamp.persons.PersonsRequest.Meet;
import org.bluelamp.persons.PersonsRequest.SetWarning;
import org.bluelamp.persons.PersonsRequest.WithdrawLink;
import org.bluelamp.persons.PersonsRequest.WithdrawWarning;
import org.bluelamp.persons.WarningEvent;
import org.bluelamp.persons.WarningEvent.About;
import org.bluelamp.persons.WarningEvent.WarningSet;
import org.bluelamp.persons.WarningEvent.WarningWithdrawn;
import org.bluelamp.persons.WarningKind;

/// What may be recorded of members of the public, and what not.
public final class DecidePersons {
    private DecidePersons() {}

    /// Decides whether somebody is known from now on.
    ///
    /// Errors: never throws; refuses somebody met before, and somebody of whom nothing is known.
    /// Source: ARCHITECTURE, "Members of the public are persons"; ADR 0014.
    public static Decision<PersonsFact, PersonsRefusal> meet(Member member, Meet request) {
        if (request.knownBy().isEmpty()) {
            return refuse(new NothingKnown());
        }
        return switch (member) {
            case Member.Known known -> refuse(new MetBefore(known.member()));
            case Member.Unknown _ -> {
                var events = new ArrayList<PersonsFact>();
                events.add(new Met(request.member()));
                for (Identity identity : request.knownBy()) {
                    events.add(link(request.member(), events.size(), identity, request.saidBy()));
                }
                yield new Decision.Accepted<>(events);
            }
        };
    }

    /// Decides whether a link is asserted. The same words may be asserted again, by somebody else.
    ///
    /// Errors: never throws; refuses somebody nobody knows.
    /// Source: ARCHITECTURE, "identity links"; ADR 0014.
    public static Decision<PersonsFact, PersonsRefusal> assertLink(Member member, AssertLink request) {
        return switch (member) {
            case Member.Unknown _ -> refuse(new UnknownMember(request.member()));
            case Member.Known known ->
                accept(link(known.member(), known.links() + 1, request.identity(), request.saidBy()));
        };
    }

    private static LinkAsserted link(MemberRef member, int link, Identity identity, SaidBy saidBy) {
        return new LinkAsserted(
                member, link, identity.kind(), saidBy, borough(identity), PersonalText.of(identity.words()));
    }

    /// Decides whether a link is withdrawn.
    ///
    /// Errors: never throws; refuses an unknown person, a link that does not hold, no reason.
    /// Source: ADR 0014.
    public static Decision<PersonsFact, PersonsRefusal> withdrawLink(Member member, WithdrawLink request) {
        return switch (member) {
            case Member.Unknown _ -> refuse(new UnknownMember(request.member()));
            case Member.Known known
            when !known.holding().contains(request.link()) -> refuse(new UnknownLink(known.member(), request.link()));
            case Member.Known _ when request.why().isBlank() -> refuse(new WhyMissing());
            case Member.Known known ->
                accept(new LinkWithdrawn(known.member(), request.link(), PersonalText.of(request.why())));
        };
    }

    /// Decides whether a warning is set. `about` is the person it is about, `Unknown` where it is about none.
    ///
    /// Units: it ends `keptAtMost` of its kind after the request's time at the latest.
    /// Errors: never throws; refuses an unknown kind, an unknown person, a warning about nothing, no words, no
    /// reason, an end that is over or too late.
    /// Source: C1, warnings; FIELD, row 24.
    public static Decision<PersonsFact, PersonsRefusal> setWarning(
            Member about, SetWarning request, Optional<WarningKind> kind) {
        if (kind.isEmpty()) {
            return refuse(new UnknownKind(request.kind()));
        }
        Identity subject = request.subject();
        MemberRef member = request.member();
        if ((member == null) == (subject == null) || (subject != null && subject.kind() == Identity.Kind.NAME)) {
            return refuse(new NobodyWarnedOf());
        }
        if (member != null && about instanceof Member.Unknown) {
            return refuse(new UnknownMember(member));
        }
        if (request.reasons().words().isBlank()) {
            return refuse(new WordsMissing());
        }
        if (request.reasons().why().isBlank()) {
            return refuse(new WhyMissing());
        }
        Instant latest = request.at().plus(kind.get().keptAtMost());
        Instant until = request.until() == null ? latest : request.until();
        if (until.isAfter(latest) || !until.isAfter(request.at())) {
            return refuse(new EndsWrong(until, latest));
        }
        return accept(new WarningSet(
                request.warning(),
                request.kind(),
                about(subject),
                member,
                subject == null ? null : borough(subject),
                until,
                PersonalText.of(subject == null ? "" : subject.words()),
                PersonalText.of(request.reasons().words()),
                PersonalText.of(request.reasons().why())));
    }

    private static About about(@org.jspecify.annotations.Nullable Identity subject) {
        return switch (subject) {
            case null -> About.PERSON;
            case Identity.Number _ -> About.NUMBER;
            case Identity.Address _ -> About.ADDRESS;
            case Identity.Name _ -> throw new IllegalStateException("Nobody is warned of a name alone.");
        };
    }

    private static @org.jspecify.annotations.Nullable BoroughCode borough(Identity identity) {
        return switch (identity) {
            case Identity.Address address -> address.borough();
            case Identity.Number _, Identity.Name _ -> null;
        };
    }

    /// Decides whether a warning is withdrawn before it ends by itself.
    ///
    /// Errors: never throws; refuses a warning that was never set or was withdrawn before, and no reason.
    /// Source: C1, warnings.
    public static Decision<PersonsFact, PersonsRefusal> withdrawWarning(
            List<WarningEvent> events, WithdrawWarning request) {
        if (events.isEmpty() || events.getLast() instanceof WarningWithdrawn) {
            return refuse(new UnknownWarning(request.warning()));
        }
        return request.why().isBlank()
                ? refuse(new WhyMissing())
                : accept(new WarningWithdrawn(request.warning(), PersonalText.of(request.why())));
    }
}

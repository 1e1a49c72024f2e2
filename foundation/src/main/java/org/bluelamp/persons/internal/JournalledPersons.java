package org.bluelamp.persons.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Decision;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent;
import org.bluelamp.persons.MemberEvent.LinkAsserted;
import org.bluelamp.persons.MemberEvent.LinkWithdrawn;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.MemberView;
import org.bluelamp.persons.Persons;
import org.bluelamp.persons.PersonsFact;
import org.bluelamp.persons.PersonsRefusal;
import org.bluelamp.persons.PersonsRequest;
import org.bluelamp.persons.PersonsRequest.AssertLink;
import org.bluelamp.persons.PersonsRequest.Meet;
import org.bluelamp.persons.PersonsRequest.SetWarning;
import org.bluelamp.persons.PersonsRequest.WithdrawLink;
import org.bluelamp.persons.PersonsRequest.WithdrawWarning;
import org.bluelamp.persons.WarningEvent;
import org.bluelamp.persons.WarningEvent.WarningSet;
import org.bluelamp.persons.WarningKind;
import org.bluelamp.persons.WarningRef;
import org.bluelamp.persons.WarningView;
import org.bluelamp.persons.decide.DecidePersons;
import org.bluelamp.persons.decide.Member;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.springframework.stereotype.Component;

/// Members of the public and warnings, decided and recorded; looked up by projections, read from the record.
@Component
class JournalledPersons implements Persons {
    private static final int REFERENCE_BYTES = 8;

    private final Journal journal;
    private final Policies policies;
    private final IdentityLinks links;
    private final WarningTable table;
    private final RandomGenerator random;

    JournalledPersons(
            Journal journal, Policies policies, IdentityLinks links, WarningTable table, RandomGenerator random) {
        this.journal = journal;
        this.policies = policies;
        this.links = links;
        this.table = table;
        this.random = random;
    }

    @Override
    public MemberRef newMember() {
        return new MemberRef("m-" + hex());
    }

    @Override
    public WarningRef newWarning() {
        return new WarningRef("w-" + hex());
    }

    private String hex() {
        byte[] bytes = new byte[REFERENCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public Decision<PersonsFact, PersonsRefusal> handle(PersonsRequest request, Act act) {
        return switch (request) {
            case Meet meet -> member(meet.member(), act, member -> DecidePersons.meet(member, meet));
            case AssertLink link -> member(link.member(), act, member -> DecidePersons.assertLink(member, link));
            case WithdrawLink link -> member(link.member(), act, member -> DecidePersons.withdrawLink(member, link));
            case SetWarning set -> setWarning(set, act);
            case WithdrawWarning withdrawal ->
                Journal.retrying(_ -> {
                    var read = journal.read(Persons.stream(withdrawal.warning()), WarningEvent.class);
                    return recorded(DecidePersons.withdrawWarning(read.events(), withdrawal), act, read);
                });
        };
    }

    private Decision<PersonsFact, PersonsRefusal> member(
            MemberRef ref, Act act, Function<Member, Decision<PersonsFact, PersonsRefusal>> decide) {
        return Journal.retrying(_ -> {
            var read = journal.read(Persons.stream(ref), MemberEvent.class);
            return recorded(decide.apply(Member.from(read.events())), act, read);
        });
    }

    private Decision<PersonsFact, PersonsRefusal> setWarning(SetWarning request, Act act) {
        Policy<WarningKind> policy = policies.inForce(WarningKind.KIND, request.at());
        Optional<WarningKind> kind = policy.rows().stream()
                .filter(row -> row.code().equals(request.kind()))
                .findFirst();
        MemberRef about = request.member();
        Member member = about == null
                ? new Member.Unknown()
                : Member.from(
                        journal.read(Persons.stream(about), MemberEvent.class).events());
        return Journal.retrying(_ -> {
            var read = journal.read(Persons.stream(request.warning()), WarningEvent.class);
            return recorded(
                    DecidePersons.setWarning(member, request, kind),
                    act.withPolicies(List.of(new PolicyUse(policy.name(), policy.version()))),
                    read);
        });
    }

    /// A repetition under the same key finds the events its first sending wrote.
    private Decision<PersonsFact, PersonsRefusal> recorded(
            Decision<PersonsFact, PersonsRefusal> decision, Act act, StreamRead<? extends PersonsFact> read) {
        List<PersonsFact> before = read.entries().stream()
                .filter(entry -> act.key().isPresent()
                        && entry.act().key().equals(act.key())
                        && entry.act().actor().equals(act.actor()))
                .<PersonsFact>map(Recorded::event)
                .toList();
        if (!before.isEmpty()) {
            return new Decision.Accepted<>(before);
        }
        if (decision instanceof Decision.Accepted<PersonsFact, PersonsRefusal>(List<PersonsFact> events)) {
            journal.append(Append.by(act).restingOn(read).writeAll(read.stream(), events));
        }
        return decision;
    }

    @Override
    public Optional<MemberView> find(MemberRef member) {
        var read = journal.read(Persons.stream(member), MemberEvent.class);
        return read.entries().isEmpty() ? Optional.empty() : Optional.of(view(member, read));
    }

    private static MemberView view(MemberRef member, StreamRead<MemberEvent> read) {
        var shown = new ArrayList<MemberView.Link>();
        for (Recorded<MemberEvent> entry : read.entries()) {
            switch (entry.event()) {
                case MemberEvent.Met _ -> {}
                case LinkAsserted asserted -> shown.add(link(asserted, entry.act()));
                case LinkWithdrawn withdrawn ->
                    shown.replaceAll(link -> link.link() == withdrawn.link() ? withdrawn(link) : link);
            }
        }
        return new MemberView(member, read.entries().getFirst().act().happened().at(), shown);
    }

    private static MemberView.Link link(LinkAsserted asserted, Act act) {
        return new MemberView.Link(
                asserted.link(),
                asserted.kind(),
                asserted.words().orMark(),
                asserted.borough(),
                asserted.saidBy(),
                act.actor(),
                act.happened().at(),
                false);
    }

    private static MemberView.Link withdrawn(MemberView.Link link) {
        return new MemberView.Link(
                link.link(), link.kind(), link.words(), link.borough(), link.saidBy(), link.by(), link.at(), true);
    }

    @Override
    public List<MemberView> knownBy(Collection<Identity> identities) {
        var found = new LinkedHashSet<MemberRef>();
        identities.stream()
                .filter(identity -> identity.kind() != Identity.Kind.NAME)
                .forEach(identity -> found.addAll(links.knownBy(identity)));
        return found.stream()
                .limit(FOUND_MAX)
                .flatMap(member -> find(member).stream())
                .toList();
    }

    @Override
    public List<MemberView> search(String text) {
        String words = text.strip();
        return words.isEmpty() || words.length() > Identity.WORDS_MAX
                ? List.of()
                : links.like(words).stream()
                        .flatMap(member -> find(member).stream())
                        .toList();
    }

    @Override
    public List<WarningView> warnings(Collection<Identity> identities, Collection<MemberRef> members, Instant at) {
        var found = new LinkedHashSet<WarningRef>();
        identities.forEach(identity -> found.addAll(table.of(identity, at)));
        members.forEach(member -> found.addAll(table.of(member, at)));
        return found.stream()
                .flatMap(warning -> shown(warning, at).stream())
                .sorted(Comparator.comparing(WarningView::setAt).reversed())
                .limit(WARNINGS_MAX)
                .toList();
    }

    private Optional<WarningView> shown(WarningRef warning, Instant at) {
        return journal.read(Persons.stream(warning), WarningEvent.class).entries().stream()
                .flatMap(entry -> entry.event() instanceof WarningSet set
                        ? Optional.of(view(set, entry.act(), at)).stream()
                        : Optional.<WarningView>empty().stream())
                .findFirst();
    }

    private WarningView view(WarningSet set, Act act, Instant at) {
        String label = policies.inForce(WarningKind.KIND, at).rows().stream()
                .filter(kind -> kind.code().equals(set.kind()))
                .map(WarningKind::label)
                .findFirst()
                .orElse(set.kind());
        return new WarningView(
                set.warning(),
                set.kind(),
                label,
                set.about(),
                Optional.ofNullable(set.member()),
                set.subject().orMark(),
                set.words().orMark(),
                set.why().orMark(),
                act.actor(),
                act.happened().at(),
                set.until());
    }
}

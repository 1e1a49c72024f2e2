package org.bluelamp.persons.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.MemberView;
import org.bluelamp.persons.WarningKind;
import org.bluelamp.persons.WarningView;
import org.bluelamp.persons.web.PersonsScreens.Choice;
import org.bluelamp.persons.web.PersonsScreens.Link;
import org.bluelamp.persons.web.PersonsScreens.Warning;
import org.bluelamp.policy.Policies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Members of the public in words.
@Component
class PersonsWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private final People people;
    private final Policies policies;
    private final ServiceClock clock;
    private final ZoneId zone;

    PersonsWords(
            People people,
            Policies policies,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.people = people;
        this.policies = policies;
        this.clock = clock;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    String exact(Instant at) {
        return EXACT.format(at.atZone(zone));
    }

    List<Choice> kinds(String chosen) {
        return policies.inForce(WarningKind.KIND, clock.now()).rows().stream()
                .map(kind -> new Choice(kind.code(), kind.label(), kind.code().equals(chosen)))
                .toList();
    }

    Warning warning(WarningView view) {
        String about = switch (view.about()) {
            case PERSON -> "this person";
            case NUMBER -> "number " + view.subject();
            case ADDRESS -> view.subject();
        };
        return new Warning(
                view.warning().text(),
                view.label(),
                about,
                view.words(),
                view.why(),
                "set %s by %s".formatted(exact(view.setAt()), name(view.setBy())),
                "shown until " + DAY.format(view.until().atZone(zone)),
                view.member().map(MemberRef::text).orElse(""));
    }

    Link link(MemberView.Link link) {
        return new Link(
                link.link(),
                of(link.kind()),
                link.words(),
                "said by %s, written %s by %s".formatted(of(link.saidBy()), exact(link.at()), name(link.by())),
                link.withdrawn());
    }

    /// The links that hold, on one line.
    static String knownBy(MemberView member) {
        return member.links().stream()
                .filter(link -> !link.withdrawn() && link.kind() != Identity.Kind.NAME)
                .map(MemberView.Link::words)
                .collect(Collectors.joining(" · "));
    }

    static String of(Identity.Kind kind) {
        return switch (kind) {
            case NUMBER -> "Number";
            case ADDRESS -> "Address";
            case NAME -> "Name";
        };
    }

    static String of(MemberEvent.SaidBy saidBy) {
        return switch (saidBy) {
            case THE_PERSON -> "the person";
            case ANOTHER_CALLER -> "another caller";
            case OFFICER -> "an officer";
            case OTHER_AGENCY -> "another agency";
        };
    }

    private String name(ActorId actor) {
        return actor.text().matches("p-[1-9]\\d{0,8}")
                ? people.find(new PersonId(actor.text())).map(PersonView::name).orElse(actor.text())
                : actor.text();
    }
}

package org.bluelamp.people.signin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.FirstAdministrator;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRefusal;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.UnitCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Joins, posts and gives an account to the first administrator, by the requests everybody uses.
@Component
class FirstAccount implements FirstAdministrator {
    private static final RoleCode ADMINISTRATOR = new RoleCode("ADMINISTRATOR");
    private static final UnitCode HEADQUARTERS = new UnitCode("HEADQUARTERS");

    private final People people;
    private final Accounts accounts;
    private final ServiceClock clock;
    private final ZoneId zone;

    FirstAccount(
            People people,
            Accounts accounts,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Optional<Made> makeIfNone() {
        if (!accounts.noneYet()) {
            return Optional.empty();
        }
        PersonId person = people.nextId();
        LocalDate today = LocalDate.ofInstant(clock.now(), zone);
        ask(new PersonRequest.Join(
                person, PersonalText.of("First administrator"), PersonEvent.Service.STAFF, "Staff", today));
        ask(new PersonRequest.Post(person, ADMINISTRATOR, HEADQUARTERS, Optional.empty(), today));
        return Optional.of(new Made(person, SIGN_IN_NAME, accounts.oneTimePassword(person, SIGN_IN_NAME)));
    }

    private void ask(PersonRequest request) {
        var happened = new Happened(clock.now(), Happened.Precision.MICROSECOND, "first-start");
        if (people.handle(request, Act.byProgram("first-start", happened))
                instanceof Decision.Refused<PersonEvent, PersonRefusal>(PersonRefusal refusal)) {
            throw new IllegalStateException("The first administrator is refused: " + refusal.sentence());
        }
    }
}

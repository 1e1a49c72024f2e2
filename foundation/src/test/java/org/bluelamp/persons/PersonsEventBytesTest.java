package org.bluelamp.persons;

import java.nio.file.Path;
import java.time.Instant;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.MemberEvent.LinkAsserted;
import org.bluelamp.persons.MemberEvent.LinkWithdrawn;
import org.bluelamp.persons.MemberEvent.Met;
import org.bluelamp.persons.MemberEvent.SaidBy;
import org.bluelamp.persons.WarningEvent.About;
import org.bluelamp.persons.WarningEvent.WarningSet;
import org.bluelamp.persons.WarningEvent.WarningWithdrawn;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// Nothing in this test may ever change but by addition.
class PersonsEventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final MemberRef MEMBER = new MemberRef("m-00000000000004d2");
    private static final WarningRef WARNING = new WarningRef("w-00000000000010e1");

    @Test
    void every_event_of_a_member_of_the_public_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("persons", MemberEvent.class),
                new Met(MEMBER),
                new LinkAsserted(
                        MEMBER,
                        1,
                        Identity.Kind.ADDRESS,
                        SaidBy.THE_PERSON,
                        new BoroughCode("E09000033"),
                        PersonalText.of("21 Rupert Street")),
                new LinkAsserted(
                        MEMBER, 2, Identity.Kind.NUMBER, SaidBy.OTHER_AGENCY, null, PersonalText.of("07700 900441")),
                new LinkWithdrawn(MEMBER, 1, PersonalText.of("moved away in May")));
    }

    @Test
    void every_event_of_a_warning_keeps_its_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("persons", WarningEvent.class),
                new WarningSet(
                        WARNING,
                        "VIOLENCE",
                        About.PERSON,
                        MEMBER,
                        null,
                        Instant.parse("2027-05-01T23:00:00Z"),
                        PersonalText.of(""),
                        PersonalText.of("went for two officers with a bottle"),
                        PersonalText.of("custody record of 3 May")),
                new WarningSet(
                        WARNING,
                        "DOG",
                        About.ADDRESS,
                        null,
                        new BoroughCode("E09000007"),
                        Instant.parse("2027-05-01T23:00:00Z"),
                        PersonalText.of("12 Church Street"),
                        PersonalText.of("large dog loose in the yard"),
                        PersonalText.of("postman bitten")),
                new WarningWithdrawn(WARNING, PersonalText.of("the dog has died")));
    }
}

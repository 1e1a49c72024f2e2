package org.bluelamp.people;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.policy.PolicyEvent;
import org.bluelamp.testing.GoldenEvents;
import org.junit.jupiter.api.Test;

/// What people, policies, units and actions are written as; never changed, only added to.
class EventBytesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final PersonId PERSON = PersonId.of(104);
    private static final UnitCode CAMDEN = new UnitCode("BOCU-CAMDEN");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00Z");
    private static final RoleCode ROLE = new RoleCode("DUTY_OFFICER");
    private static final ActionId ACTION = new ActionId("grade/2026-11-22-1");

    @Test
    void persons_keep_their_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("people", PersonEvent.class),
                new PersonEvent.Joined(
                        PERSON, PersonalText.of("Lee Torch"), PersonEvent.Service.OFFICER, "Inspector", APRIL),
                new PersonEvent.RankTaken(PERSON, "Chief Inspector", APRIL),
                new PersonEvent.Posted(PERSON, 1, ROLE, CAMDEN, Optional.of(new BoroughCode("E09000007")), APRIL),
                new PersonEvent.PostEnded(PERSON, 1, APRIL),
                new PersonEvent.LineSet(PERSON, PersonId.of(1), APRIL),
                new PersonEvent.Left(PERSON, APRIL));
    }

    @Test
    void command_units_keep_their_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("people", CommandUnitEvent.class),
                new CommandUnitEvent.Formed(CAMDEN, "Camden", Optional.of(new UnitCode("SERVICE")), APRIL),
                new CommandUnitEvent.Moved(CAMDEN, new UnitCode("SERVICE"), APRIL),
                new CommandUnitEvent.Covered(CAMDEN, "borough", "E09000007", APRIL),
                new CommandUnitEvent.CoverEnded(CAMDEN, "borough", "E09000007", APRIL),
                new CommandUnitEvent.Disbanded(CAMDEN, APRIL));
    }

    @Test
    void policies_keep_their_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("policy", PolicyEvent.class),
                new PolicyEvent.Loaded("roles", 3, APRIL, Optional.empty(), "service", "ab12", "{\n}\n"));
    }

    @Test
    void actions_keep_their_bytes() {
        GoldenEvents.check(
                RESOURCES,
                new EventTypes("actions", ActionEvent.class),
                new ActionEvent.Asked(
                        ACTION,
                        "Grade and send",
                        "incident/2026-11-22-1",
                        "control-room",
                        ROLE,
                        Optional.empty(),
                        NINE,
                        Optional.of("close")),
                new ActionEvent.Climbed(ACTION, 1, ROLE, NINE),
                new ActionEvent.Reminded(ACTION, 1, ROLE, NINE),
                new ActionEvent.Answered(ACTION, ROLE, PersonalText.of("Sent.")),
                new ActionEvent.Withdrawn(ACTION, "closed"));
    }
}

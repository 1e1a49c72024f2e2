package org.bluelamp.persons.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent;
import org.bluelamp.persons.MemberEvent.LinkAsserted;
import org.bluelamp.persons.MemberEvent.LinkWithdrawn;
import org.bluelamp.persons.MemberEvent.Met;
import org.bluelamp.persons.MemberEvent.SaidBy;
import org.bluelamp.persons.MemberRef;
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
import org.bluelamp.persons.PersonsRequest.Reasons;
import org.bluelamp.persons.PersonsRequest.SetWarning;
import org.bluelamp.persons.PersonsRequest.WithdrawLink;
import org.bluelamp.persons.PersonsRequest.WithdrawWarning;
import org.bluelamp.persons.WarningEvent;
import org.bluelamp.persons.WarningKind;
import org.bluelamp.persons.WarningRef;
import org.junit.jupiter.api.Test;

class PersonsDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:04:00Z");
    private static final MemberRef MEMBER = new MemberRef("m-00000000000004d2");
    private static final WarningRef WARNING = new WarningRef("w-00000000000010e1");
    private static final Identity NUMBER = new Identity.Number("07700 900441");
    private static final Identity ADDRESS = new Identity.Address("21 Rupert St", new BoroughCode("E09000033"));
    private static final Met MET = new Met(MEMBER);
    private static final LinkAsserted FIRST =
            new LinkAsserted(MEMBER, 1, Identity.Kind.NUMBER, SaidBy.THE_PERSON, null, PersonalText.of("07700 900441"));
    private static final Optional<WarningKind> VIOLENCE =
            Optional.of(new WarningKind("VIOLENCE", "Violence", Duration.ofDays(730)));

    @Test
    void somebody_is_met_with_everything_they_are_said_to_be_known_by() {
        assertThat(DecidePersons.meet(new Member.Unknown(), new Meet(MEMBER, List.of(NUMBER), SaidBy.THE_PERSON)))
                .isEqualTo(accept(MET, FIRST));
        assertThat(DecidePersons.meet(new Member.Unknown(), new Meet(MEMBER, List.of(), SaidBy.OFFICER)))
                .isEqualTo(refuse(new NothingKnown()));
        assertThat(DecidePersons.meet(known(), new Meet(MEMBER, List.of(NUMBER), SaidBy.OFFICER)))
                .isEqualTo(refuse(new MetBefore(MEMBER)));
    }

    @Test
    void a_link_is_asserted_by_somebody_and_withdrawn_with_a_reason_once() {
        assertThat(DecidePersons.assertLink(known(), new AssertLink(MEMBER, ADDRESS, SaidBy.OFFICER)))
                .isEqualTo(accept(new LinkAsserted(
                        MEMBER,
                        2,
                        Identity.Kind.ADDRESS,
                        SaidBy.OFFICER,
                        new BoroughCode("E09000033"),
                        PersonalText.of("21 Rupert St"))));
        assertThat(DecidePersons.assertLink(new Member.Unknown(), new AssertLink(MEMBER, ADDRESS, SaidBy.OFFICER)))
                .isEqualTo(refuse(new UnknownMember(MEMBER)));
        assertThat(DecidePersons.withdrawLink(known(), new WithdrawLink(MEMBER, 1, "wrong digit")))
                .isEqualTo(accept(new LinkWithdrawn(MEMBER, 1, PersonalText.of("wrong digit"))));
        assertThat(DecidePersons.withdrawLink(known(), new WithdrawLink(MEMBER, 1, " ")))
                .isEqualTo(refuse(new WhyMissing()));
        Member without = Member.from(List.of(MET, FIRST, new LinkWithdrawn(MEMBER, 1, PersonalText.of("wrong"))));
        assertThat(DecidePersons.withdrawLink(without, new WithdrawLink(MEMBER, 1, "again")))
                .isEqualTo(refuse(new UnknownLink(MEMBER, 1)));
    }

    @Test
    void a_warning_is_about_exactly_one_thing_and_ends_by_the_time_its_kind_is_kept() {
        Instant latest = NOW.plus(Duration.ofDays(730));
        assertThat(DecidePersons.setWarning(new Member.Unknown(), warning(null, ADDRESS, null), VIOLENCE))
                .isEqualTo(accept(new WarningEvent.WarningSet(
                        WARNING,
                        "VIOLENCE",
                        WarningEvent.About.ADDRESS,
                        null,
                        new BoroughCode("E09000033"),
                        latest,
                        PersonalText.of("21 Rupert St"),
                        PersonalText.of("bottle"),
                        PersonalText.of("custody record"))));
        assertThat(DecidePersons.setWarning(known(), warning(MEMBER, NUMBER, null), VIOLENCE))
                .isEqualTo(refuse(new NobodyWarnedOf()));
        assertThat(DecidePersons.setWarning(known(), warning(null, null, null), VIOLENCE))
                .isEqualTo(refuse(new NobodyWarnedOf()));
        assertThat(DecidePersons.setWarning(known(), warning(null, new Identity.Name("Jo"), null), VIOLENCE))
                .isEqualTo(refuse(new NobodyWarnedOf()));
        assertThat(DecidePersons.setWarning(new Member.Unknown(), warning(MEMBER, null, null), VIOLENCE))
                .isEqualTo(refuse(new UnknownMember(MEMBER)));
        assertThat(DecidePersons.setWarning(known(), warning(MEMBER, null, null), Optional.empty()))
                .isEqualTo(refuse(new UnknownKind("VIOLENCE")));
        assertThat(DecidePersons.setWarning(known(), warning(MEMBER, null, NOW), VIOLENCE))
                .isEqualTo(refuse(new EndsWrong(NOW, latest)));
        Instant late = latest.plusSeconds(1);
        assertThat(DecidePersons.setWarning(known(), warning(MEMBER, null, late), VIOLENCE))
                .isEqualTo(refuse(new EndsWrong(late, latest)));
    }

    @Test
    void a_warning_says_what_to_read_and_what_it_rests_on_and_is_withdrawn_once() {
        var wordless = new SetWarning(WARNING, "VIOLENCE", MEMBER, null, null, new Reasons("", "record"), NOW);
        assertThat(DecidePersons.setWarning(known(), wordless, VIOLENCE)).isEqualTo(refuse(new WordsMissing()));
        var groundless = new SetWarning(WARNING, "VIOLENCE", MEMBER, null, null, new Reasons("bottle", ""), NOW);
        assertThat(DecidePersons.setWarning(known(), groundless, VIOLENCE)).isEqualTo(refuse(new WhyMissing()));
        assertThat(DecidePersons.withdrawWarning(List.of(), new WithdrawWarning(WARNING, "over")))
                .isEqualTo(refuse(new UnknownWarning(WARNING)));
    }

    @Test
    void numbers_and_addresses_written_differently_mean_the_same() {
        assertThat(List.of("07700 900441", "+44 7700 900441", "0044 7700-900441"))
                .allMatch(words -> new Identity.Number(words).normal().equals("+447700900441"));
        assertThat(List.of("999", "withheld", "", "unknown 07700900441"))
                .allMatch(words -> new Identity.Number(words).normal().isEmpty());
        assertThat(List.of("21 Rupert St", "21, RUPERT STREET", "21 Rupert Street W1D 6DD", "21 rupert st. W1D"))
                .allMatch(words -> new Identity.Address(words, null).normal().equals("21 rupert street"));
        assertThat(new Identity.Address("Rupert Street", null).normal())
                .as("a street is nobody's address")
                .isEmpty();
        assertThat(new Identity.Name("Siân  O'Neill").normal()).isEqualTo("sian oneill");
    }

    private static Member known() {
        return Member.from(List.<MemberEvent>of(MET, FIRST));
    }

    private static SetWarning warning(MemberRef member, Identity subject, Instant until) {
        return new SetWarning(
                WARNING, "VIOLENCE", member, subject, until, new Reasons("bottle", "custody record"), NOW);
    }
}

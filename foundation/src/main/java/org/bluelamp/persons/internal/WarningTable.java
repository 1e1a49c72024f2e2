package org.bluelamp.persons.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.Persons;
import org.bluelamp.persons.WarningEvent;
import org.bluelamp.persons.WarningEvent.About;
import org.bluelamp.persons.WarningEvent.WarningSet;
import org.bluelamp.persons.WarningEvent.WarningWithdrawn;
import org.bluelamp.persons.WarningRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Warnings that were not withdrawn, by what they are about: a projection, changed with the entry itself.
@Repository
class WarningTable implements Projection<WarningEvent> {
    static final String INSERT = """
            insert into persons.warning (warning, about, member, normal, borough, set_at, until, position)
            values (:warning, :about, :member, :normal, :borough, :at, :until, :position)
            """;
    static final String DELETE = "delete from persons.warning where warning = :warning";
    static final String CLEAR = "delete from persons.warning";
    static final String OF_SUBJECT = """
            select warning
              from persons.warning
             where about = :about and normal = :normal and until > :at
               and (cast(:borough as text) is null or borough is null or borough = :borough)
             order by set_at desc, warning
             limit :max
            """;
    static final String OF_MEMBER = """
            select warning
              from persons.warning
             where member = :member and until > :at
             order by set_at desc, warning
             limit :max
            """;

    private final JdbcClient jdbc;

    WarningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "persons/warnings";
    }

    @Override
    public Class<WarningEvent> follows() {
        return WarningEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    @Override
    public void on(Recorded<WarningEvent> recorded) {
        switch (recorded.event()) {
            case WarningSet set -> {
                switch (set.subject()) {
                    case PersonalText.Known(String subject) -> insert(set, normal(set, subject), recorded);
                    case PersonalText.Withheld _ -> {}
                }
            }
            case WarningWithdrawn withdrawn ->
                jdbc.sql(DELETE).param("warning", withdrawn.warning().text()).update();
        }
    }

    private static @Nullable String normal(WarningSet set, String subject) {
        return switch (set.about()) {
            case PERSON -> null;
            case NUMBER -> new Identity.Number(subject).normal();
            case ADDRESS -> new Identity.Address(subject, set.borough()).normal();
        };
    }

    private void insert(WarningSet set, @Nullable String normal, Recorded<WarningEvent> recorded) {
        MemberRef member = set.member();
        jdbc.sql(INSERT)
                .param("warning", set.warning().text())
                .param("about", set.about().name())
                .param("member", member == null ? null : member.text())
                .param("normal", normal)
                .param("borough", IdentityLinks.code(set.borough()))
                .param("at", recorded.act().happened().at().atOffset(ZoneOffset.UTC))
                .param("until", set.until().atOffset(ZoneOffset.UTC))
                .param("position", recorded.position())
                .update();
    }

    List<WarningRef> of(Identity identity, Instant at) {
        About about = switch (identity) {
            case Identity.Number _ -> About.NUMBER;
            case Identity.Address _ -> About.ADDRESS;
            case Identity.Name _ -> About.PERSON;
        };
        return jdbc
                .sql(OF_SUBJECT)
                .param("about", about.name())
                .param("normal", identity.normal())
                .param("borough", IdentityLinks.boroughOf(identity))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("max", Persons.WARNINGS_MAX)
                .query(String.class)
                .list()
                .stream()
                .map(WarningRef::new)
                .toList();
    }

    List<WarningRef> of(MemberRef member, Instant at) {
        return jdbc
                .sql(OF_MEMBER)
                .param("member", member.text())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("max", Persons.WARNINGS_MAX)
                .query(String.class)
                .list()
                .stream()
                .map(WarningRef::new)
                .toList();
    }
}

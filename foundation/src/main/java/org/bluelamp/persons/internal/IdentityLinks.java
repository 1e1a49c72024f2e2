package org.bluelamp.persons.internal;

import java.util.List;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.persons.Identity;
import org.bluelamp.persons.MemberEvent;
import org.bluelamp.persons.MemberEvent.LinkAsserted;
import org.bluelamp.persons.MemberEvent.LinkWithdrawn;
import org.bluelamp.persons.MemberEvent.Met;
import org.bluelamp.persons.MemberRef;
import org.bluelamp.persons.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The links that hold, by what they are compared with: a projection, changed with the entry itself. Rebuilt, it has
/// no words that were withheld; `PersonsWithheld` takes them out when it happens.
@Repository
class IdentityLinks implements Projection<MemberEvent> {
    static final String INSERT = """
            insert into persons.identity_link (member, link, kind, normal, borough, position)
            values (:member, :link, :kind, :normal, :borough, :position)
            """;
    static final String DELETE = "delete from persons.identity_link where member = :member and link = :link";
    static final String CLEAR = "delete from persons.identity_link";
    static final String KNOWN_BY = """
            select member
              from persons.identity_link
             where kind = :kind and normal = :normal
               and (cast(:borough as text) is null or borough is null or borough = :borough)
             group by member
             order by max(position) desc
             limit :max
            """;
    static final String LIKE = """
            select member
              from persons.identity_link
             where kind = 'NAME' and cast(:name as text) operator(public.<%) normal
                or kind = 'NUMBER' and normal = :number
                or kind = 'ADDRESS' and normal = :address
             group by member
             order by max(public.word_similarity(:name, normal)) desc, max(position) desc
             limit :max
            """;

    private final JdbcClient jdbc;

    IdentityLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "persons/identity-links";
    }

    @Override
    public Class<MemberEvent> follows() {
        return MemberEvent.class;
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
    public void on(Recorded<MemberEvent> recorded) {
        switch (recorded.event()) {
            case Met _ -> {}
            case LinkAsserted asserted -> {
                switch (asserted.words()) {
                    case PersonalText.Known(String words) -> insert(asserted, words, recorded.position());
                    case PersonalText.Withheld _ -> {}
                }
            }
            case LinkWithdrawn withdrawn ->
                jdbc.sql(DELETE)
                        .param("member", withdrawn.member().text())
                        .param("link", withdrawn.link())
                        .update();
        }
    }

    private void insert(LinkAsserted asserted, String words, long position) {
        Identity.of(asserted.kind(), words, asserted.borough())
                .ifPresent(identity -> jdbc.sql(INSERT)
                        .param("member", asserted.member().text())
                        .param("link", asserted.link())
                        .param("kind", asserted.kind().name())
                        .param("normal", identity.normal())
                        .param("borough", code(asserted.borough()))
                        .param("position", position)
                        .update());
    }

    List<MemberRef> knownBy(Identity identity) {
        return jdbc
                .sql(KNOWN_BY)
                .param("kind", identity.kind().name())
                .param("normal", identity.normal())
                .param("borough", boroughOf(identity))
                .param("max", Persons.FOUND_MAX)
                .query(String.class)
                .list()
                .stream()
                .map(MemberRef::new)
                .toList();
    }

    List<MemberRef> like(String words) {
        return jdbc
                .sql(LIKE)
                .param("name", new Identity.Name(words).normal())
                .param("number", new Identity.Number(words).normal())
                .param("address", new Identity.Address(words, null).normal())
                .param("max", Persons.FOUND_MAX)
                .query(String.class)
                .list()
                .stream()
                .map(MemberRef::new)
                .toList();
    }

    static @Nullable String boroughOf(Identity identity) {
        return switch (identity) {
            case Identity.Address address -> code(address.borough());
            case Identity.Number _, Identity.Name _ -> null;
        };
    }

    static @Nullable String code(@Nullable BoroughCode borough) {
        return borough == null ? null : borough.code();
    }
}

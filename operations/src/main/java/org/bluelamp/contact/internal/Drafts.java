package org.bluelamp.contact.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.Draft;
import org.bluelamp.kernel.ActorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The working papers of contacts: kept when a save commits, gone with the finish. The lock on the contact's row
/// makes a late save wait for a finish that is under way, and then find nothing to save to.
@Repository
class Drafts {
    static final String SAVE = """
            with mine as (
                select contact
                  from contact.contact
                 where contact = :contact and owner = :owner and stage = 'TAKEN'
                   for update)
            insert into contact.draft as kept (contact, owner, fields, saved_at, saves)
            select contact, :owner, :fields, :at, 1
              from mine
            on conflict (contact) do update
               set owner = excluded.owner, fields = excluded.fields, saved_at = excluded.saved_at,
                   saves = kept.saves + 1
            """;
    static final String FIND = """
            select contact, owner, fields, saved_at, saves
              from contact.draft
             where contact = :contact
            """;
    static final String HAND_OVER = "update contact.draft set owner = :owner where contact = :contact";
    static final String FORGET = "delete from contact.draft where contact = :contact";

    record Row(String contact, String owner, String fields, OffsetDateTime savedAt, int saves) {
        Draft draft() {
            return new Draft(new ContactId(contact), new ActorId(owner), decoded(fields), savedAt.toInstant(), saves);
        }
    }

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether it was kept: only a contact that is taken by this person has a working paper.
    boolean save(ContactId contact, ActorId owner, Map<String, String> fields, Instant at) {
        return jdbc.sql(SAVE)
                        .param("contact", contact.text())
                        .param("owner", owner.text())
                        .param("fields", encoded(fields))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Draft> find(ContactId contact) {
        return jdbc.sql(FIND)
                .param("contact", contact.text())
                .query(Row.class)
                .optional()
                .map(Row::draft);
    }

    void handOver(ContactId contact, ActorId owner) {
        jdbc.sql(HAND_OVER)
                .param("contact", contact.text())
                .param("owner", owner.text())
                .update();
    }

    void forget(String contact) {
        jdbc.sql(FORGET).param("contact", contact).update();
    }

    private static String encoded(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getValue().isBlank())
                        .map(field -> "%s=%s"
                                .formatted(
                                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8),
                                        URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&"));
    }

    private static Map<String, String> decoded(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}

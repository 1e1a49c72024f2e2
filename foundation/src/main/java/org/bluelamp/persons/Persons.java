package org.bluelamp.persons;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;

/// The way in to members of the public and warnings for every other module.
public interface Persons {
    /// The most people one look-up answers.
    int FOUND_MAX = 20;

    /// The most warnings shown beside one call or person.
    int WARNINGS_MAX = 20;

    /// A reference nobody has, made by chance.
    MemberRef newMember();

    /// A reference no warning has, made by chance.
    WarningRef newWarning();

    /// Decides and records. A repetition under the request key of the act does nothing more.
    ///
    /// Errors: `KeyReused` for a key used before for another request.
    Decision<PersonsFact, PersonsRefusal> handle(PersonsRequest request, Act act);

    Optional<MemberView> find(MemberRef member);

    /// Who has a link that holds to one of these numbers or addresses; names are not looked up here. An address
    /// without a borough means the same address in any. `FOUND_MAX` at most.
    List<MemberView> knownBy(Collection<Identity> identities);

    /// Who goes by a name like this, however it is spelt, or has this number or address; the likeliest first.
    List<MemberView> search(String text);

    /// Warnings shown at a time about one of these numbers or addresses, or one of these persons; newest first.
    List<WarningView> warnings(Collection<Identity> identities, Collection<MemberRef> members, Instant at);

    static StreamId stream(MemberRef member) {
        return new StreamId("member/" + member);
    }

    static StreamId stream(WarningRef warning) {
        return new StreamId("warning/" + warning);
    }
}

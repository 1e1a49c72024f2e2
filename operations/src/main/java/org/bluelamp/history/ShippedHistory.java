package org.bluelamp.history;

import java.util.List;

/// Real incidents that come with the program, so that a fresh clone has history: dwelling fires of the London Fire
/// Brigade in 2009 (Open Government Licence) and a sample of Seattle police calls (public domain). Where they are
/// from stands in `history/PROVENANCE.md` beside them.
public interface ShippedHistory {

    /// The name of a mapping that comes with the program, and its text.
    record ShippedMapping(String name, String text) {}

    /// Imports what is shipped and not yet there; a second time it changes nothing.
    List<ImportAccount> load(ImportProgress progress);

    /// Every mapping that comes with the program, by name.
    List<ShippedMapping> mappings();
}

package org.bluelamp.console;

/// A slot: one entry of the top navigation, a bean of the module whose page it opens. Shown to those who may.
/// `keys` is the two-key shortcut that opens it, e.g. `g r`; lower `rank` stands further left.
public record NavItem(String label, String href, String keys, String needs, int rank) {}

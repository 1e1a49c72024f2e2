package org.bluelamp.console;

/// A slot: a keyboard shortcut as data, shown on `?` and tested for clashes. `keys` as in `n` or `g r`; `action` in
/// words; `where` the page id it works on, or `*` everywhere; `does` is `href:/path`, `click:#element-id` or
/// `focus:#element-id`.
public record Shortcut(String keys, String action, String where, String does) {}

package org.bluelamp.console;

import java.util.regex.Pattern;

/// A slot: one verb of the command line (`/`), a bean of the module that can do it. `verb` is one lower-case
/// word; `usage` shows what follows it, e.g. `find WORDS`; `action` says what it does; `where` is the page id
/// it works on, or `*` everywhere; `needs` the permission it asks for.
///
/// `does` is `href:/incidents?text={text}` (go there; `{text}` is all that follows the verb, `{1}` to `{9}` its
/// words), `fill:#field` (write what follows into the field and put the cursor there), `send:#field` (write it
/// and send the field's form) or `click:#element-id`.
public record CommandVerb(String verb, String usage, String action, String where, String needs, String does) {
    private static final Pattern VERB = Pattern.compile("[a-z][a-z-]{0,23}");
    private static final Pattern DOES = Pattern.compile("(href:/[^/].*|href:/|fill:#.+|send:#.+|click:#.+)");

    public CommandVerb {
        if (!VERB.matcher(verb).matches()) {
            throw new IllegalArgumentException("The verb (%s) must match %s.".formatted(verb, VERB));
        }
        if (!DOES.matcher(does).matches()) {
            throw new IllegalArgumentException(
                    "What the verb (%s) does (%s) must match %s.".formatted(verb, does, DOES));
        }
    }
}

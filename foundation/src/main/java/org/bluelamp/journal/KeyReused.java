package org.bluelamp.journal;

/// The request key was used before by the same actor for a different request; nothing was written.
public final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyReused(RequestKey key) {
        super("The request key (%s) was used before for another request.".formatted(key.text()));
    }
}

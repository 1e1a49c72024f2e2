package org.bluelamp.kernel;

/// Why a rule said no: a value, never an exception (STYLE, section 10).
public interface Refusal {

    /// Stable public code such as `control/incident-closed`; never changes once released.
    String code();

    /// One sentence for the person who asked, naming the thing and its values in brackets; no personal data.
    String sentence();
}

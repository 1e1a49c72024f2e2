package org.bluelamp.app.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.ChartDistribution;
import org.bluelamp.console.Shell;

/// What the first page shows, already worded.
public record WelcomeScreen(Shell shell, List<Headline> headlines, List<Chair> chairs, boolean signedIn) {
    public WelcomeScreen {
        headlines = List.copyOf(headlines);
        chairs = List.copyOf(chairs);
    }

    /// The figures of one source over all its days.
    public record Headline(
            String id,
            String source,
            String period,
            String interval,
            List<Figure> figures,
            Optional<ChartDistribution> chart,
            String leftOut,
            String licence) {
        public Headline {
            figures = List.copyOf(figures);
        }
    }

    /// One figure: what it is of, its value and unit, and what it is taken from.
    public record Figure(String of, String value, String unit, String from) {}

    /// One click as somebody of the demonstration.
    public record Chair(String person, String role, String where) {}
}

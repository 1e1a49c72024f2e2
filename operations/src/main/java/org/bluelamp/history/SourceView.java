package org.bluelamp.history;

import java.time.LocalDate;
import java.util.Optional;

/// A source of imported history, with how much of it there is and its days, where there is any.
public record SourceView(
        HistoryEvent.Declared declared, long incidents, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {}

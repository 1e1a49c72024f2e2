package org.bluelamp.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A follower that only writes its own tables and can be dropped and rebuilt from the record at any time.
/// It sees every event it follows, live and imported, once and in order; what it writes and how far it has read
/// commit together.
public interface Projection<E> {

    /// Stable name, `module/what`, e.g. `control/incident-board`.
    String name();

    Class<E> follows();

    /// Applies one event. Called inside a transaction.
    void on(Recorded<E> recorded);

    /// Empties its tables, before a rebuild. Called inside a transaction.
    void clear();

    /// Whether it is applied inside the append itself, for screens that need it at once (STYLE, section 9);
    /// otherwise it follows.
    default boolean immediate() {
        return false;
    }

    /// Called after a batch of followed events, before its transaction commits; for projections that write in bulk.
    default void flush() {}

    /// Adds new rows by the hundred to a table of the projection's own, several times as fast as `insert` does.
    interface Bulk {

        /// Adds one row for each thing, in the transaction that runs. Nothing is looked up or updated: a row that is
        /// there already is a fault.
        ///
        /// - `into`: the table with the columns in brackets, e.g. `history.incident (source, key)`.
        /// - `row`: writes the cells of one thing, in the order of the columns.
        ///
        /// Errors: `DataAccessException` where the database refuses a row; then none was added.
        <T> void add(String into, List<T> things, BiConsumer<Cells, T> row);
    }

    /// The cells of one row, written one after the other, each by the type of its column; null leaves a cell empty.
    interface Cells {
        Cells text(@Nullable String text);

        /// `bigint`.
        Cells number(long number);

        /// `integer`.
        Cells integer(int number);

        /// `smallint`.
        Cells small(@Nullable Integer number);

        Cells truth(boolean truth);

        Cells date(LocalDate date);

        /// `timestamptz`, to the microsecond; what is finer is cut off.
        Cells instant(Instant instant);

        /// `bytea`.
        Cells bytes(byte @Nullable [] bytes);

        /// `text[]`.
        Cells texts(List<? extends @Nullable String> texts);

        /// `integer[]`.
        Cells integers(List<? extends @Nullable Integer> numbers);

        /// `bigint[]`.
        Cells numbers(List<Long> numbers);
    }
}

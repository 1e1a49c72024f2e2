package org.bluelamp.performance;

/// A year of made-up incidents to measure reports on, in a record that is thrown away after.
public interface ResponseWorkload {
    /// Writes so many made-up incidents of 33 areas and one year; the same every time.
    void fill(int incidents);

    /// The report by month and area over all of them, written as JSON, as the API answers it.
    String report();
}

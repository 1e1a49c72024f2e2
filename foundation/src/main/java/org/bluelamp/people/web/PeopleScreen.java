package org.bluelamp.people.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// Who is in the service: one row for each post.
public record PeopleScreen(Shell shell, List<Row> rows) {

    /// One person in one post; `answersTo` is a name, or empty where nobody is set.
    public record Row(
            String person,
            String name,
            String rank,
            String role,
            String unit,
            String borough,
            String since,
            String answersTo) {}
}

package org.bluelamp.people;

import java.util.List;

/// Every route of the program with the permission it asks for.
public interface Routes {

    /// `needs` is empty for a route that does not say who may use it; such a route is refused at run time.
    record Route(String path, String method, String needs) {
        public boolean isDeclared() {
            return !needs.isEmpty();
        }
    }

    /// In order of path and method.
    List<Route> all();
}

package org.bluelamp.policy;

/// Where the checks of a policy put each fault they find. `field` is the path of the value in the file, e.g.
/// `rows[2].permissions[0]`; line and column are found from it, or from the nearest value that holds it.
@FunctionalInterface
public interface PolicyFaults {
    void add(String field, String sentence);
}

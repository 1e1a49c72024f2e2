package org.bluelamp.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission a route asks for, e.g. `incident.open`; roles are given permissions by policy. Every route has one.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
    /// A route anybody may use without signing in (sign-in, health, styles).
    String NOBODY = "-";
    /// A route any signed-in person may use.
    String SIGNED_IN = "signed-in";

    String value();
}

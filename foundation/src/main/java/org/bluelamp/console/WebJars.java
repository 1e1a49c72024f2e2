package org.bluelamp.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Where the browser libraries inside the program are served from; their version is read from their own jar.
final class WebJars {
    private static final String PROPERTIES = "/META-INF/maven/org.webjars.npm/%s/pom.properties";

    private WebJars() {}

    static Shell.Libraries libraries() {
        String map = path("ol");
        return new Shell.Libraries(path("htmx.org") + "/dist/htmx.min.js", map + "/dist/ol.js", map + "/ol.css");
    }

    static String path(String library) {
        try (InputStream in = WebJars.class.getResourceAsStream(PROPERTIES.formatted(library))) {
            if (in == null) {
                throw new IllegalStateException("The library (%s) is not in the program.".formatted(library));
            }
            var properties = new Properties();
            properties.load(in);
            return "/webjars/%s/%s".formatted(library, properties.getProperty("version"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

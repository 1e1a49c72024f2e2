package org.bluelamp.history.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluelamp.history.Histories;
import org.bluelamp.history.Importing;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// A program of its own that imports a file and says on standard output how far it is, for a test to kill.
final class KilledImport {
    private KilledImport() {}

    /// Arguments: writer's and owner's database address, data directory, export, mapping.
    public static void main(String[] arguments) throws IOException {
        var context = new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "bluelamp.database-url=" + arguments[0],
                        "bluelamp.database-owner-url=" + arguments[1],
                        "bluelamp.data=" + arguments[2],
                        "spring.persistence.exceptiontranslation.enabled=false",
                        "spring.main.banner-mode=off",
                        "gg.jte.use-precompiled-templates=true",
                        "logging.level.root=WARN")
                .run();
        Histories histories = context.getBean(Histories.class);
        var how = Importing.by(new ActorId("p-7"), new RoleCode("ANALYST"));
        histories.run(
                Path.of(arguments[3]),
                histories.mapping(Files.readString(Path.of(arguments[4]))),
                how,
                (account, _, _) -> {
                    System.out.println("rows " + account.rows());
                    return true;
                });
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
    @ComponentScan(
            basePackages = {"org.bluelamp.journal", "org.bluelamp.history.internal"},
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            useDefaultFilters = true)
    static class Program {}
}

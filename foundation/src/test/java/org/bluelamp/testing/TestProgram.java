package org.bluelamp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/// The program, or the modules a test names, on a database of its own; without a web server unless asked for one.
public final class TestProgram implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final TestDatabase database;
    private final Path data;

    private TestProgram(ConfigurableApplicationContext context, TestDatabase database, Path data) {
        this.context = context;
        this.database = database;
        this.data = data;
    }

    /// Starts only the journal, with the test's own beans (events, projections) beside it.
    public static TestProgram journal(Class<?>... beans) {
        return on(TestDatabase.fresh(), WebApplicationType.NONE, List.of("journal"), beans);
    }

    /// Starts the named modules without a web server.
    public static TestProgram modules(List<String> modules, Class<?>... beans) {
        return on(TestDatabase.fresh(), WebApplicationType.NONE, modules, beans);
    }

    /// Starts the named modules with a web server on a free port.
    public static TestProgram web(List<String> modules, Class<?>... beans) {
        return on(TestDatabase.fresh(), WebApplicationType.SERVLET, modules, beans);
    }

    /// The same with further settings of the program, e.g. `bluelamp.demo=true`.
    public static TestProgram web(List<String> modules, List<String> settings, Class<?>... beans) {
        return on(TestDatabase.fresh(), temporary(), settings, WebApplicationType.SERVLET, modules, beans);
    }

    /// Only the journal, with further settings of the program.
    public static TestProgram journal(List<String> settings, Class<?>... beans) {
        return on(TestDatabase.fresh(), temporary(), settings, WebApplicationType.NONE, List.of("journal"), beans);
    }

    /// Starts a second node, or the same one again, on a database that exists.
    public static TestProgram on(
            TestDatabase database, WebApplicationType web, List<String> modules, Class<?>... beans) {
        return on(database, temporary(), web, modules, beans);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("bluelamp-test");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The same with a data directory (keys, witness) that exists.
    public static TestProgram on(
            TestDatabase database, Path data, WebApplicationType web, List<String> modules, Class<?>... beans) {
        return on(database, data, List.of(), web, modules, beans);
    }

    private static TestProgram on(
            TestDatabase database,
            Path data,
            List<String> settings,
            WebApplicationType web,
            List<String> modules,
            Class<?>... beans) {
        var sources = new ArrayList<Class<?>>(Arrays.asList(beans));
        sources.add(Base.class);
        var context = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(web)
                .initializers(started -> {
                    var scanner = new org.springframework.context.annotation.ClassPathBeanDefinitionScanner(
                            (org.springframework.beans.factory.support.BeanDefinitionRegistry) started.getBeanFactory(),
                            true,
                            started.getEnvironment());
                    scanner.setBeanNameGenerator(
                            org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
                    // The beans of other tests are not the program's.
                    scanner.addExcludeFilter(new org.springframework.core.type.filter.RegexPatternTypeFilter(
                            java.util.regex.Pattern.compile(".*Test(\\$.*)?")));
                    scanner.scan(modules.stream()
                            .map(module -> "org.bluelamp." + module)
                            .toArray(String[]::new));
                })
                .properties(settings.toArray(String[]::new))
                .properties(
                        "bluelamp.database-url=" + database.writerUrl(),
                        "bluelamp.database-owner-url=" + database.ownerUrl(),
                        "bluelamp.data=" + data,
                        "spring.persistence.exceptiontranslation.enabled=false",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "gg.jte.use-precompiled-templates=true",
                        "logging.level.root=WARN")
                .run();
        return new TestProgram(context, database, data);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public TestDatabase database() {
        return database;
    }

    public Path data() {
        return data;
    }

    /// The port of the web server.
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    /// What every test program has.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
    static class Base {}
}

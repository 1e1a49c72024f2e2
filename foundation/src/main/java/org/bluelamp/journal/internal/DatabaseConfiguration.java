package org.bluelamp.journal.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The program's database: the embedded server or an outside one, migrated, checked, reached as the writer.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalProperties.class)
class DatabaseConfiguration {
    private static final int CONNECTIONS_MAX = 20;

    /// The server behind the data source; `embedded` is null for an outside one. Closed after everything else.
    record Server(@Nullable EmbeddedServer embedded, DatabaseLogins.Login owner, DatabaseLogins.Login writer)
            implements AutoCloseable {
        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean(destroyMethod = "close")
    Server databaseServer(JournalProperties properties) {
        if (properties.databaseUrl().isPresent()) {
            return outside(properties);
        }
        EmbeddedServer embedded = EmbeddedServer.on(absolute(properties.data()));
        return new Server(embedded, embedded.logins().owner(), embedded.logins().writer());
    }

    private static Path absolute(Path data) {
        return data.toAbsolutePath().normalize();
    }

    private static Server outside(JournalProperties properties) {
        String writer = properties.databaseUrl().orElseThrow();
        String owner = properties
                .databaseOwnerUrl()
                .orElseThrow(() -> new IllegalStateException(
                        "An outside database needs bluelamp.database-owner-url too, the owner who migrates it."));
        return new Server(null, OutsideLogin.of(owner), OutsideLogin.of(writer));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Server server) {
        Migrations.run(server.owner());
        var settings = new HikariConfig();
        settings.setJdbcUrl(server.writer().url());
        settings.setUsername(server.writer().user());
        settings.setPassword(server.writer().password());
        settings.setMaximumPoolSize(CONNECTIONS_MAX);
        settings.setMinimumIdle(2);
        settings.setPoolName("bluelamp");
        settings.addDataSourceProperty("prepareThreshold", "3");
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
        settings.addDataSourceProperty("ApplicationName", "bluelamp");
        var dataSource = new HikariDataSource(settings);
        DurabilityCheck.require(JdbcClient.create(dataSource));
        return dataSource;
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /// Chance for everybody; safe for several threads, as most generators are not.
    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    /// Reads `jdbc:postgresql://user:password@host/database` or the driver's own form with `user` and `password`.
    static final class OutsideLogin {
        private static final java.util.regex.Pattern WITH_USER =
                java.util.regex.Pattern.compile("jdbc:postgresql://([^:@/]+)(?::([^@/]*))?@(.+)");

        private OutsideLogin() {}

        static DatabaseLogins.Login of(String url) {
            var match = WITH_USER.matcher(url);
            if (match.matches()) {
                return new DatabaseLogins.Login(
                        "jdbc:postgresql://" + match.group(3),
                        match.group(1),
                        Optional.ofNullable(match.group(2)).orElse(""));
            }
            return new DatabaseLogins.Login(url, parameter(url, "user"), parameter(url, "password"));
        }

        private static String parameter(String url, String name) {
            var match =
                    java.util.regex.Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
            return match.find() ? match.group(1) : "";
        }
    }
}

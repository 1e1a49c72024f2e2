package org.bluelamp.journal.internal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The three ways the journal reaches its database, as the writer.
@Component
record StoreAccess(DataSource dataSource, JdbcClient jdbc, TransactionTemplate transaction) {}

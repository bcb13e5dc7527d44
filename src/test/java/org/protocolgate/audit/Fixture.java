package org.protocolgate.audit;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.testing.Database;

/** An audit log in a database of its own, and somebody who owns that database. */
final class Fixture implements AutoCloseable {

    static final ZoneId SITE = ZoneId.of("Asia/Shanghai");
    static final Actor MONITOR = new Actor("monitor", "MONITOR");
    static final String CHAIN = "participant:CT-001";

    private final Database database;
    private final ApplicationContext context;
    private final TransactionOperations<Connection> transactions;

    Fixture(Database database) {
        this(database, Map.of());
    }

    Fixture(Database database, Map<String, Object> more) {
        this.database = database;
        Map<String, Object> properties = new HashMap<>(database.fresh());
        properties.putAll(more);
        context = ApplicationContext.run(properties);
        transactions = context.getBean(Argument.of(TransactionOperations.class, Connection.class));
    }

    /** Ten entries about a participant, each recorded by itself, and two about another. */
    Fixture filled() {
        for (int i = 1; i <= 10; i++) {
            add(CHAIN, Happened.of(Action.RULE_FIRED).to("CT-001").by("rule " + i, "EXC-13", "MET"));
        }
        add("participant:CT-002", Happened.of(Action.RULE_FIRED).to("CT-002").by("rule 1", "EXC-14", "NOT_MET"));
        add("participant:CT-002", Happened.of(Action.SIGNED).to("CT-002").with("meaning", "筛选"));
        return this;
    }

    void add(String chain, Happened... happened) {
        transactions.executeWrite(status -> {
            bean(AuditLog.class).add(chain, new Actor("investigator", "INVESTIGATOR"), happened);
            return null;
        });
    }

    void add(AuditLog with, String chain) {
        transactions.executeWrite(status -> {
            with.add(chain, MONITOR, Happened.of(Action.SIGNED));
            return null;
        });
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Verified verify() {
        return bean(StoredVerification.class).verify(null);
    }

    List<Entry> entries(Filter filter) {
        return bean(Listing.class).newest(filter, null, 1000);
    }

    String export(Filter filter, Export.Format format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        bean(Export.class)
                .of(filter, format, MONITOR, SITE, entry -> "It was " + entry.username() + ".")
                .forEach(file::writeBytes);
        return file.toString(StandardCharsets.UTF_8);
    }

    /** What the owner of the database can do: nothing keeps this one from changing what is recorded. */
    void tamper(String... statements) {
        String on = database == Database.H2 ? "" : " on ";
        for (String table : List.of("audit_entry", "audit_seal", "fact", "decision_answer")) {
            run("drop trigger if exists " + table + "_stays" + (on.isEmpty() ? "" : on + table));
        }
        for (String statement : statements) {
            run(statement);
        }
    }

    void run(String sql) {
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Override
    public void close() {
        context.close();
    }
}

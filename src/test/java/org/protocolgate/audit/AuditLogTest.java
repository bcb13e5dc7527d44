package org.protocolgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;

/** Entries are chained without a gap, whoever adds them at the same time, and stay as they are. */
@ParameterizedClass
@EnumSource(Database.class)
class AuditLogTest {

    @Parameter
    Database database;

    private ApplicationContext context;

    private TransactionOperations<Connection> transactions() {
        context = ApplicationContext.run(database.fresh());
        return context.getBean(io.micronaut.core.type.Argument.of(TransactionOperations.class, Connection.class));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void writersOfOneChainTakeTurns() throws Exception {
        TransactionOperations<Connection> transactions = transactions();
        AuditLog log = context.getBean(AuditLog.class);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Object>> writers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String n = Integer.toString(i);
            writers.add(() -> transactions.executeWrite(status -> {
                log.add(
                        "participant:CT-00" + Integer.parseInt(n) % 2,
                        new Actor("coordinator", "COORDINATOR"),
                        Happened.of(Action.FACT_RECORDED).about(n),
                        Happened.of(Action.FACT_RECORDED).about(n).with("type", "lab"));
                return n;
            }));
        }
        for (Future<Object> done : threads.invokeAll(writers)) {
            done.get();
        }
        threads.shutdown();
        List<Long> numbers = transactions.executeRead(status -> numbers(status.getConnection(), "participant:CT-001"));
        assertThat(numbers).hasSize(40).isSorted().doesNotHaveDuplicates().endsWith(40L);
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteAnEntry() {
        TransactionOperations<Connection> transactions = transactions();
        transactions.executeWrite(status -> {
            context.getBean(AuditLog.class).add(Chain.SYSTEM, Actor.SERVICE, Happened.of(Action.SEALED));
            return null;
        });
        for (String change : List.of("update audit_entry set username = 'x'", "delete from audit_entry")) {
            assertThatThrownBy(() -> transactions.executeWrite(status -> execute(status.getConnection(), change)))
                    .hasStackTraceContaining("never changed or deleted");
        }
        assertThat(transactions.<List<Long>>executeRead(status -> numbers(status.getConnection(), Chain.SYSTEM)))
                .hasSize(1);
    }

    private static Object execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static List<Long> numbers(Connection connection, String chain) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (var statement = connection.prepareStatement("select seq from audit_entry where chain = ? order by seq")) {
            statement.setString(1, chain);
            var rows = statement.executeQuery();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}

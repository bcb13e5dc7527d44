package org.protocolgate.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.audit.Actor;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.SetClock;

/** A stored study to test on, with a clock that stands still. */
final class Study implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final Actor COORDINATOR = new Actor("coordinator", "COORDINATOR");
    static final Actor INVESTIGATOR = new Actor("investigator", "INVESTIGATOR");

    private final ApplicationContext context;
    private final TransactionOperations<Connection> transactions;
    private int enrolled;

    Study(Database database, Map<String, Object> more) {
        Map<String, Object> configuration = new HashMap<>(database.fresh());
        configuration.put("testing.clock", "set");
        configuration.putAll(more);
        context = ApplicationContext.run(configuration);
        transactions = context.getBean(Argument.of(TransactionOperations.class, Connection.class));
    }

    SetClock clock() {
        return context.getBean(SetClock.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a kind, in the order in which they are called. */
    <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type));
    }

    String enrol(JsonNode participant) throws Exception {
        String code = "CT-" + ++enrolled;
        ObjectNode person = ((ObjectNode) participant).deepCopy();
        person.remove("id");
        get(ParticipantBook.class).put(code, bytes(person), COORDINATOR);
        return code;
    }

    /** Records facts, signed where they have to be; gives their identifiers by those that they were sent with. */
    Map<String, UUID> record(String code, JsonNode facts) throws Exception {
        JsonNode answer =
                JSON.readTree(get(FactBook.class).record(code, bytes(facts), null, INVESTIGATOR, this::signature));
        Map<String, UUID> ids = new HashMap<>();
        answer.get("facts")
                .forEach(fact -> ids.put(
                        fact.get("ref").asText(), UUID.fromString(fact.get("id").asText())));
        return ids;
    }

    Map<String, UUID> record(String code, String facts) throws Exception {
        return record(code, JSON.readTree(facts));
    }

    CorrectionView correct(UUID fact, String correction) throws Exception {
        return get(CorrectionBook.class).correct(fact, bytes(correction), INVESTIGATOR, this::signature);
    }

    JsonNode decide(String code, String gate, String on) throws Exception {
        return decide(code, JSON.createObjectNode().put("gate", gate).put("on", on));
    }

    JsonNode decide(String code, ObjectNode question) throws Exception {
        return JSON.readTree(get(DecisionBook.class)
                .decide(code, bytes(question), COORDINATOR, Locale.ENGLISH)
                .answer());
    }

    ReplayView replay(JsonNode decision) {
        return get(Replay.class).of(UUID.fromString(decision.get("id").asText()), COORDINATOR);
    }

    List<FactView> known(String code, String at) throws Exception {
        return get(FactBook.class).known(code, at);
    }

    UUID signature(String digest) {
        UUID id = UUID.randomUUID();
        execute(
                "insert into signature (id, token_hash, username, role, meaning, digest, signed_at, expires_at) values ('"
                        + id + "', '" + id + "', 'investigator', 'INVESTIGATOR', 'I attest', '" + digest
                        + "', current_timestamp, current_timestamp)");
        return id;
    }

    int execute(String sql) {
        return transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    <T> T transact(java.util.function.Supplier<T> work) {
        return transactions.executeWrite(status -> work.get());
    }

    /** The first column of a query. */
    List<String> column(String sql) {
        return transactions.executeRead(status -> column(status.getConnection(), sql));
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The same study without anything recorded, as only the owner of the database makes it; on H2. */
    Study emptied() {
        List<String> tables = column(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
                        + " and table_name not in ('rule_set', 'rule_source', 'user_account') and table_name not like 'flyway%'");
        execute("set referential_integrity false");
        tables.forEach(table -> execute("truncate table " + table));
        execute("set referential_integrity true");
        enrolled = 0;
        return this;
    }

    static byte[] bytes(Object json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}

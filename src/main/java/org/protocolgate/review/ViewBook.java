package org.protocolgate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.NotThereException;

/**
 * Filters of the audit log that users keep under names of their own. They are nobody else's, hold nothing but what was typed into a
 * filter, and can be removed; so they are not in the audit log.
 */
@Singleton
public final class ViewBook {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 100;
    private static final int MOST = 100;

    private final TransactionOperations<Connection> transactions;
    private final JdbcOperations jdbc;
    private final Clock clock;

    ViewBook(TransactionOperations<Connection> transactions, JdbcOperations jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a user, by name. */
    public List<SavedView> of(String user) {
        return transactions.executeRead(
                status -> new Sql("select name, asked, saved_at from saved_view where username = ")
                        .then("? order by name", user)
                        .ask(jdbc, ViewBook::view));
    }

    /**
     * Keeps a filter; one of the same name is replaced.
     *
     * @param filter one that can be read
     * @throws RefusedException where the name is none
     * @throws ConflictException where the user has too many already
     */
    public SavedView save(String name, Map<String, String> filter, Actor actor) throws RefusedException {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(
                    List.of(new Violation("/name", "a name of 1 to " + LONGEST + " characters is needed")));
        }
        SavedView view = new SavedView(stripped, new LinkedHashMap<>(filter), clock.instant());
        return transactions.executeWrite(status -> {
            delete(actor.name(), stripped);
            if (of(actor.name()).size() >= MOST) {
                throw new ConflictException("there are " + MOST + " saved views already: remove one");
            }
            return jdbc.prepareStatement(
                    "insert into saved_view (username, name, asked, saved_at) values (?, ?, ?, ?)", statement -> {
                        statement.setString(1, actor.name());
                        statement.setString(2, stripped);
                        statement.setString(3, json(view.filter()));
                        statement.setObject(4, view.savedAt().atOffset(ZoneOffset.UTC));
                        statement.executeUpdate();
                        return view;
                    });
        });
    }

    /** @throws NotThereException where the user has none of this name */
    public void remove(String name, Actor actor) {
        int removed = transactions.executeWrite(status -> delete(actor.name(), name));
        if (removed == 0) {
            throw new NotThereException("no saved view of this name");
        }
    }

    private int delete(String user, String name) {
        return jdbc.prepareStatement("delete from saved_view where username = ? and name = ?", statement -> {
            statement.setString(1, user);
            statement.setString(2, name);
            return statement.executeUpdate();
        });
    }

    private static SavedView view(ResultSet row) throws SQLException {
        try {
            Map<String, String> filter =
                    JSON.readValue(row.getString("asked"), new TypeReference<LinkedHashMap<String, String>>() {});
            return new SavedView(row.getString("name"), filter, FactDays.instant(row, "saved_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no filter", e);
        }
    }

    private static String json(Map<String, String> filter) {
        try {
            return JSON.writeValueAsString(filter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

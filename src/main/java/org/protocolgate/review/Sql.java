package org.protocolgate.review;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question to the database: its text, which holds nothing that was sent, and the values bound to it. */
final class Sql {

    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    Sql(String text) {
        this.text = new StringBuilder(text);
    }

    /** Makes something of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A condition more, where there is a value for it. */
    Sql and(String condition, @Nullable Object value) {
        return value == null ? this : then(" and " + condition, value);
    }

    Sql then(String more, Object... bound) {
        text.append(more);
        values.addAll(List.of(bound));
        return this;
    }

    /** Within the present transaction. */
    <T> List<T> ask(JdbcOperations jdbc, Row<T> row) {
        return jdbc.prepareStatement(text.toString(), statement -> {
            bind(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        });
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}

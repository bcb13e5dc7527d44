package org.protocolgate.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Keeps the embedded database from changing or deleting what is recorded, as a function in PL/pgSQL does on PostgreSQL. */
public final class RefuseChange implements Trigger {

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("rows of this table are never changed or deleted", "23001");
    }
}

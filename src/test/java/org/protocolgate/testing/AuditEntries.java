package org.protocolgate.testing;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** What the audit log of a service has, read as it is stored. */
public record AuditEntries(Service service) {

    /** Entries of a chain, the oldest first, each as "action user role record details". */
    public List<String> of(String chain) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        return transactions.executeRead(status -> {
            try (PreparedStatement select = status.getConnection()
                    .prepareStatement("select action, username, role, record, details from audit_entry"
                            + " where chain = ? order by seq")) {
                select.setString(1, chain);
                ResultSet rows = select.executeQuery();
                List<String> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add("%s %s %s %s %s"
                            .formatted(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5)));
                }
                return entries;
            }
        });
    }
}

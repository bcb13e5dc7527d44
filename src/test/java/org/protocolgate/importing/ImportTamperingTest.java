package org.protocolgate.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** The check of the log finds changes of the notes on where facts came from. */
@ParameterizedClass
@EnumSource(Database.class)
class ImportTamperingTest {

    private final Database database;

    ImportTamperingTest(Database database) {
        this.database = database;
    }

    @Test
    void notesThatAreChangedPutInOrTakenOutAreFound() {
        try (Service service = Service.start(database, Map.of())) {
            Trial trial = Trial.at(service);
            trial.enrol("TAM-1");
            Sent sent = new Sent(service, "TAM-1");
            sent.take(Sent.bundle());
            ObjectNode changed = Sent.bundle();
            Sent.resource(changed, "sle").put("onsetDateTime", "2019-05-02");
            sent.take(changed);
            assertFaults(trial);

            owner(
                    service,
                    "update import_source set source_record = 'Condition/other' where source_record = 'Condition/sle'");
            assertFaults(trial, "CHANGED");
            owner(
                    service,
                    "update import_source set source_record = 'Condition/sle' where source_record = 'Condition/other'");
            assertFaults(trial);

            owner(
                    service,
                    "insert into import_correction (fact) select cast(min(cast(fact as varchar(40))) as uuid) from import_source"
                            + " where fact not in (select fact from import_correction)");
            assertFaults(trial, "INSERTED");
            owner(service, "delete from import_correction");
            assertFaults(trial, "REMOVED");
        }
    }

    private static void assertFaults(Trial trial, String... what) {
        JsonNode verified = trial.get("/api/audit/verification");
        assertThat(verified.get("faults").findValuesAsText("what"))
                .as(verified.toString())
                .containsExactly(what);
    }

    /** What the owner of the database can do. */
    private void owner(Service service, String sql) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                for (String table : List.of("import_source", "import_correction")) {
                    statement.execute(
                            database == Database.H2
                                    ? "drop trigger if exists " + table + "_stays"
                                    : "alter table " + table + " disable trigger user");
                }
                return statement.executeUpdate(sql);
            }
        });
    }
}

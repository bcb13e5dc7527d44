package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.LevelPeople;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** Decisions on dose levels that somebody changed in the database: the check of the log names them. */
@ParameterizedClass
@EnumSource(Database.class)
class DoseDecisionTamperingTest {

    private final Database database;
    private Service service;
    private Trial trial;
    private LevelPeople lowest;

    DoseDecisionTamperingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        lowest = new LevelPeople(trial, "3.0e8");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aDecisionThatIsChangedPastTheLogIsFound() {
        lowest.decide("STAY", "3.0e8");
        assertFaults();
        unguarded("update dose_decision set body = replace(body, 'STAY', 'OPEN')");
        assertFaults("CHANGED");
        unguarded("update dose_decision set body = replace(body, 'OPEN', 'STAY')");
        assertFaults();
        unguarded("update dose_decision set seq = 2");
        assertFaults("INSERTED");
    }

    @Test
    void aDecisionThatIsPutInOrTakenOutPastTheLogIsFound() {
        lowest.decide("STAY", "3.0e8");
        unguarded("insert into dose_decision (id, study, seq, body, digest, signature, recorded_at, recorded_by)"
                + " select cast('00000000-0000-7000-8000-000000000001' as uuid), study, 2, body, digest, signature,"
                + " recorded_at, recorded_by from dose_decision");
        assertFaults("INSERTED");
        unguarded("delete from dose_decision where seq = 2");
        assertFaults();
        unguarded("delete from dose_decision");
        assertFaults("CHANGED");
    }

    private void assertFaults(String... what) {
        JsonNode verified = trial.get("/api/audit/verification");
        assertThat(verified.get("faults").findValuesAsText("what"))
                .as(verified.toString())
                .containsExactly(what);
        assertThat(verified.get("whole").asBoolean()).isEqualTo(what.length == 0);
    }
    /** What the owner of the database can do. */
    private void unguarded(String sql) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                statement.execute(
                        database == Database.H2
                                ? "drop trigger if exists dose_decision_stays"
                                : "alter table dose_decision disable trigger user");
                return statement.executeUpdate(sql);
            }
        });
    }
}

package org.protocolgate.deviation;

import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;

/** A site with a service of its own, at 12:00 on 2026-03-10 to begin with, and what is asked of its deviations. */
final class Site implements AutoCloseable {

    static final String LOWEST = "3.0e8";
    static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    final Service service;
    final Trial trial;

    Site(Database database) {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
    }

    /** Sets the clock to a local time of the site. */
    void at(String local) {
        service.bean(SetClock.class)
                .set(LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8)).toString());
    }

    /** Enrols somebody who may be infused on a day, and authorises that; the day has to be that of the clock. */
    JsonNode authorised(String code, LocalDate on) {
        trial.enrolReady(code, on, LOWEST);
        return authorise(code, on, LOWEST);
    }

    JsonNode authorise(String code, LocalDate on, String level) {
        return json(expect(trial.authorise(trial.decide(code, "INFUSION", on), level), 201));
    }

    /** Records a milestone; gives the fact's identifier. */
    String reach(String code, String kind, String on) {
        return trial.reach(code, kind, on).at("/facts/0/id").asText();
    }

    /** Replaces a milestone by one of another date. */
    String move(String fact, String kind, String on) {
        return trial.correct(fact, """
                        {"reason": "misread", "replacement": {"type": "milestone", "kind": "%s", "on": "%s"}}""".formatted(kind, on)).get("replacement").asText();
    }

    void withdraw(String fact) {
        trial.correct(fact, "{\"reason\": \"another participant's\"}");
    }

    /** All deviations, the oldest first, each as "participant kind criterion state", with those of which the cause is gone marked. */
    List<String> deviations() {
        List<String> all = new ArrayList<>();
        list("").forEach(one -> all.add(
                0,
                one.get("participant").asText() + " " + one.get("kind").asText() + " "
                        + one.get("criterion").asText("-") + " "
                        + one.get("state").asText()
                        + (one.get("causeGone").asBoolean() ? " gone" : "")));
        return all;
    }

    JsonNode list(String parameters) {
        return trial.get("/api/deviations" + parameters).get("deviations");
    }

    /** The newest of a participant and kind. */
    JsonNode one(String participant, Kind kind) {
        for (JsonNode found : list("?participant=" + participant)) {
            if (found.get("kind").asText().equals(kind.name())) {
                return found;
            }
        }
        throw new AssertionError(participant + " has no " + kind);
    }

    /** Changes a row of a table as only the database's owner can. */
    void tamper(String table, String change) {
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                boolean postgres = status.getConnection()
                        .getMetaData()
                        .getDatabaseProductName()
                        .equals("PostgreSQL");
                statement.execute("drop trigger " + table + "_stays" + (postgres ? " on " + table : ""));
                return statement.executeUpdate("update " + table + " set " + change);
            }
        });
    }

    /** What a check of the audit log finds fault with. */
    JsonNode faults() {
        return trial.get("/api/audit/verification").get("faults");
    }

    @Override
    public void close() {
        service.close();
    }
}

package org.protocolgate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;

/** However many alerts there are, each is on a page, the most urgent on the first. */
@ParameterizedClass
@EnumSource(Database.class)
class UrgentAlertsTest {

    private static final String STUDY = "NCT07339332";
    private static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");
    private static final int MANY = 250;

    @Parameter
    Database database;

    private Service service;

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void pageByPage() {
        List<Alert> raised = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            raised.add(alert("CT-" + i, Severity.ACTION, i, null));
        }
        raised.add(alert("CT-PUT-OFF", Severity.ACTION, 0, NOW.plus(Duration.ofDays(1))));
        raised.add(alert("CT-STOP", Severity.STOP, 0, null));
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            service.bean(Alerts.class).saveAll(raised);
            return raised;
        });
        AlertBook book = service.bean(AlertBook.class);
        List<String> all = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            AlertBook.Urgent urgent = book.urgent(page, 100, Locale.ENGLISH);
            assertThat(urgent.pages()).isEqualTo(3);
            assertThat(urgent.all()).isEqualTo(MANY + 2);
            urgent.alerts().forEach(alert -> all.add(alert.participant()));
        }
        assertThat(all).hasSize(MANY + 2).doesNotHaveDuplicates();
        assertThat(all.get(0)).isEqualTo("CT-STOP");
        assertThat(all.get(1)).isEqualTo("CT-249");
        assertThat(all.get(MANY + 1)).isEqualTo("CT-PUT-OFF");
        assertThat(book.urgent(99, 100, Locale.ENGLISH).number()).isEqualTo(3);
        assertThat(book.unseen(MANY * 2, Locale.ENGLISH)).hasSize(MANY + 1);
    }

    private static Alert alert(String code, Severity severity, int second, @Nullable Instant putOff) {
        Instant raised = NOW.minusSeconds(MANY - second);
        return new Alert(
                UUID.randomUUID(),
                STUDY,
                code,
                null,
                "EXC-13",
                Cause.NOT_MET,
                "",
                UUID.randomUUID().toString(),
                severity,
                "{}",
                null,
                raised,
                raised,
                null,
                null,
                null,
                null,
                putOff,
                0);
    }
}

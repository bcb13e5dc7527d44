package org.protocolgate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Receiver;
import org.protocolgate.testing.Service;

/** Many alerts at one moment, in one transaction: all of them are delivered, and they are not all in memory while they are. */
class ManyAlertsTest {

    private static final String STUDY = "NCT07339332";
    private static final double MAY_DIFFER = 1.10;

    private final Receiver receiver = new Receiver();
    private final Service service = Service.start(Database.POSTGRESQL, receiver.recipient("hook"));

    @AfterEach
    void end() {
        service.close();
        receiver.close();
    }

    @Test
    void allAreDelivered() {
        heapNearTheEndOf(500);
    }

    @Test
    @Tag("long")
    void tenThousandAreDeliveredInNoMoreMemoryThanATenth() {
        heapNearTheEndOf(1_000);
        long small = heapNearTheEndOf(1_000);
        long large = heapNearTheEndOf(10_000);
        assertThat((double) large / small).isLessThan(MAY_DIFFER);
    }

    /** What is live when nine tenths have been delivered; each of them was, once. */
    private long heapNearTheEndOf(int alerts) {
        tell(alerts);
        Set<String> subjects = new HashSet<>();
        long heap = 0;
        for (int i = 1; i <= alerts; i++) {
            subjects.add(receiver.next().json().get("subject").asText());
            if (i == alerts * 9 / 10) {
                System.gc();
                heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            }
        }
        assertThat(subjects).hasSize(alerts);
        return heap;
    }

    private void tell(int alerts) {
        Instant now = Instant.now();
        List<Alert> raised = new ArrayList<>();
        for (int i = 0; i < alerts; i++) {
            raised.add(alert("CT-" + i, now));
        }
        TransactionOperations<Connection> transactions =
                service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            service.bean(Alerts.class).saveAll(raised);
            service.bean(Telling.class)
                    .tell(
                            STUDY,
                            raised.stream()
                                    .map(one -> new Reconciling.Told(one, Occurrence.Kind.RAISED, Severity.STOP))
                                    .toList(),
                            now);
            return raised;
        });
    }

    private static Alert alert(String code, Instant now) {
        return new Alert(
                UUID.randomUUID(),
                STUDY,
                code,
                null,
                "EXC-13",
                Cause.NOT_MET,
                "",
                UUID.randomUUID().toString(),
                Severity.STOP,
                "{}",
                null,
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                0);
    }
}

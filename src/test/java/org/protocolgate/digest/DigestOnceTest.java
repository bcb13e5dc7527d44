package org.protocolgate.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;

/** Each recipient gets the digest of a day once, whatever happens to mail server and processes. */
@ParameterizedClass
@EnumSource(Database.class)
class DigestOnceTest {

    private final Database database;
    private DigestSite site;

    DigestOnceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        site = new DigestSite(database);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void onceADayHoweverOften() {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.record("CT-1", DigestSite.BARICITINIB);
        site.send();
        site.send();
        assertThat(site.box.messages()).hasSize(2);
        site.aDayPasses();
        site.send();
        assertThat(site.box.messages()).hasSize(4);
    }

    @Test
    void whileTheServerIsAwayNothingIsLostNorDoubled() {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.record("CT-1", DigestSite.BARICITINIB);
        site.box.whileAway(() -> {
            assertThatThrownBy(site::send).isInstanceOf(Digest.IncompleteException.class);
            site.service.bean(SetClock.class).pass(Duration.ofHours(1));
            assertThatThrownBy(site::send).isInstanceOf(Digest.IncompleteException.class);
        });
        site.send();
        site.send();
        assertThat(site.box.messages()).hasSize(2);
    }

    @Test
    void twoProcessesSendOne() throws Exception {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.record("CT-1", DigestSite.BARICITINIB);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Service other = site.anotherProcess()) {
            for (int day = 1; day <= 5; day++) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Object>> sent = threads.invokeAll(List.of(site.service, other).stream()
                        .<Callable<Object>>map(process -> () -> {
                            together.await();
                            process.bean(Digest.class).send();
                            return process;
                        })
                        .toList());
                for (Future<Object> one : sent) {
                    one.get();
                }
                assertThat(site.box.messages()).hasSize(2 * day);
                List.of(site.service, other)
                        .forEach(process -> process.bean(SetClock.class).pass(Duration.ofDays(1)));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

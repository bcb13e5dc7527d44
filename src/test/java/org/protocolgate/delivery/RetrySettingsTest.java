package org.protocolgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long is waited before something is tried again. */
class RetrySettingsTest {

    private static final RetrySettings USUAL = new RetrySettings(10, Duration.ofMinutes(1), Duration.ofHours(6));

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "9, PT4H16M", "10, PT6H", "1000, PT6H"})
    void twiceAsLongEachTimeLessAPartByChance(int attempts, Duration longest) {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            waits.add(USUAL.wait(attempts));
        }
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(longest.dividedBy(2), longest));
        assertThat(waits).hasSizeGreaterThan(100);
    }

    @Test
    void silenceEndsBeforeAnythingIsTriedAgain() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(USUAL.wait(1)).isGreaterThanOrEqualTo(USUAL.shortest());
        }
    }
}

package org.protocolgate.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.rulebook.TestRules;

/** What the protocol says of dose levels, by the numbers of a version. */
class DosingTest {

    private static final Limits LIMITS = TestRules.newest().limits();
    private static final Dosing DOSING =
            Objects.requireNonNull(TestRules.newest().dosing());

    @Test
    void threeLevelsArePlannedTheLowestFirst() {
        assertThat(DOSING.planned(LIMITS))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("3.0e8"), new BigDecimal("4.5e8"), new BigDecimal("6.0e8"));
        assertThat(DOSING.lowest(LIMITS)).isEqualByComparingTo("3.0e8");
        assertThat(DOSING.highest(LIMITS)).isEqualByComparingTo("6.0e8");
    }

    @ParameterizedTest
    @CsvSource({
        "299999999,false",
        "3.0e8,true",
        "300000000.0,true",
        "3.75e8,true",
        "6.0e8,true",
        "600000000.1,false",
        "0,false",
        "-4.5e8,false"
    })
    void whatLiesFromTheLowestToTheHighestIsAllowed(BigDecimal level, boolean allowed) {
        assertThat(DOSING.allows(level, LIMITS)).isEqualTo(allowed);
    }

    @Test
    void observationsLastAsLongAsTheNumbersSay() {
        assertThat(DOSING.dltWindow(LIMITS)).isEqualTo(new Span(28, ChronoUnit.DAYS));
        assertThat(DOSING.observation(LIMITS)).isEqualTo(new Span(14, ChronoUnit.DAYS));
        assertThat(DOSING.dltWindow(LIMITS.with("FUP-04.dlt", BigDecimal.TEN)))
                .isEqualTo(new Span(10, ChronoUnit.DAYS));
    }

    @Test
    void theSentinelIsOneOfTheCriteriaThatSpeakOfALevel() {
        assertThat(DOSING.asks()).containsExactly("DOSE-02", "DOSE-03", "SENT-01");
        assertThat(DOSING.sentinel()).isEqualTo("SENT-01");
    }
}

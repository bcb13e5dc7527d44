package org.protocolgate.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that are converted, and those that are not. */
class UnitsTest {

    @Test
    void ofOneKindAreConverted() {
        assertThat(Units.convert(new BigDecimal("61000"), "g", "kg")).isEqualByComparingTo("61");
    }

    @ParameterizedTest
    @CsvSource({"'', kg", "' ', kg", "kg, ''", "umol/L, mg/dL", "nonsense, kg", "m, kg"})
    void ofNoneOrOfAnotherKindAreNot(String from, String to) {
        assertThat(Units.convert(BigDecimal.ONE, from, to)).isNull();
    }
}

package org.protocolgate.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A level has one name, however it was written, and a name leads back to its level. */
class LevelNameTest {

    @ParameterizedTest
    @CsvSource({
        "3.0e8,3.0e8",
        "3e8,3.0e8",
        "3.0E8,3.0e8",
        "3.0e+8,3.0e8",
        "300000000,3.0e8",
        "300000000.00,3.0e8",
        "30e7,3.0e8",
        "0.3e9,3.0e8",
        "003e08,3.0e8",
        "3.75e8,3.75e8",
        "375000000,3.75e8",
        "4.50e8,4.5e8",
        "600e6,6.0e8",
        "1,1.0e0",
        "10,1.0e1",
        "0.5,5.0e-1",
        "12345678901234567890,1.234567890123456789e19"
    })
    void anySpellingHasOneName(String text, String name) {
        assertThat(LevelName.read(text).map(LevelName::of)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0e8", "3e8", "300000000", "30e7", "300000000.0"})
    void everySpellingIsTheSameLevel(String text) {
        assertThat(LevelName.read(text))
                .hasValueSatisfying(level -> assertThat(level).isEqualByComparingTo("300000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "3.0e8 ",
                " 3.0e8",
                "high",
                "3.0e8x",
                "e8",
                "3.",
                ".3e9",
                "3,0e8",
                "3.0e",
                "3.0e8.0",
                "0x3",
                "NaN",
                "Infinity",
                "1/3",
                "３e8",
                "-3.0e8",
                "+3.0e8",
                "0",
                "0.0e8",
                "0e20",
                "3.0e8\n"
            })
    void whatNamesNoLevelIsNone(String text) {
        assertThat(LevelName.read(text)).isEmpty();
    }

    /** So large or so fine that no dose is meant, and some of them large enough to be a burden. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e21",
                "1e99",
                "1e999999999",
                "99999999999999999999e20",
                "100000000000000000000",
                "0.00000000000000000001e-9",
                "1e-21",
                "1.23456789012345678901",
                "12345678901234567890.1"
            })
    void whatIsHugeOrHasNoEndOfDigitsIsNone(String text) {
        assertThat(LevelName.read(text)).isEmpty();
    }

    /** Whatever its scale, a level that can be named is found by its name, and its name is the same again. */
    @Property
    void aNameLeadsBackToItsLevel(
            @ForAll @BigRange(min = "1", max = "99999999999999999999") BigInteger digits,
            @ForAll @IntRange(min = -1, max = 20) int scale) {
        BigDecimal level = new BigDecimal(digits, scale);
        String name = LevelName.of(level);
        if (digits.toString().length() - scale <= 21) {
            assertThat(LevelName.read(name))
                    .as(name)
                    .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(level));
        }
        assertThat(LevelName.of(level.setScale(scale + 3))).isEqualTo(name);
        assertThat(name).matches("[1-9]\\.([0-9]|[0-9]*[1-9])e(0|-?[1-9][0-9]?)");
    }
}

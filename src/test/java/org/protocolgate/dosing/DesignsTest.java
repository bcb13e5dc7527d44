package org.protocolgate.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.protocol.Tables;
import org.protocolgate.rulebook.TestRules;

/** What the two designs advise, against values worked out by hand and the boundaries that are published. */
class DesignsTest {

    private static final String TABLE = "dose-designs";
    private static final Tables TABLES = TestRules.newest().tables();
    private static final Designs DESIGNS = Designs.of(TABLES);

    /** BOIN's boundaries as they are published, for the trial's target and for others. */
    @ParameterizedTest
    @CsvSource({"0.15,0.118,0.179", "0.20,0.157,0.238", "0.25,0.197,0.298", "0.30,0.236,0.359", "0.35,0.276,0.419"})
    void theBoundariesAreThosePublished(BigDecimal target, double escalateUpTo, double deEscalateFrom) {
        Designs designs = Designs.of(with("target", target));
        assertThat(designs.escalateUpTo()).isCloseTo(escalateUpTo, within(0.0005));
        assertThat(designs.deEscalateFrom()).isCloseTo(deEscalateFrom, within(0.0005));
    }

    @Test
    void theTrialsTargetIsThirtyPercent() {
        assertThat(DESIGNS.escalateUpTo()).isCloseTo(0.236, within(0.0005));
        assertThat(DESIGNS.deEscalateFrom()).isCloseTo(0.359, within(0.0005));
    }

    /**
     * Each cell is the advice for 0, 1, 2 … DLTs: E(scalate), S(tay), D(e-escalate), X for eliminate.
     *
     * <p>Of 3, one DLT is 0.333, inside both intervals; two are 0.667, and one less of them 0.333, not below 0.25. Of 6, one is
     * 0.167, two are 0.333, three are 0.5 and one less of them again 0.333. Three of 3 and four of 6 are surely too many.
     */
    @ParameterizedTest
    @CsvSource({
        "1,ES,ED",
        "2,ESD,EDD",
        "3,ESDX,ESDX",
        "4,ESDXX,ESDXX",
        "5,EESDXX,EEDDXX",
        "6,EESDXXX,EESDXXX",
        "7,EESDDXXX,EESDDXXX",
        "8,EESDDXXXX,EESDDXXXX",
        "9,EEESDXXXXX,EEESDXXXXX",
        "10,EEESDDXXXXX,EEESDDXXXXX",
        "11,EEESDDXXXXXX,EEESDDXXXXXX",
        "12,EEESSDDXXXXXX,EEESSDDXXXXXX"
    })
    void everyNumberOfDltsOfUpToTwelve(int evaluable, String i3plus3, String boin) {
        assertThat(row(evaluable, (x, n) -> DESIGNS.i3plus3(x, n).ordinal())).isEqualTo(i3plus3);
        assertThat(row(evaluable, (x, n) -> DESIGNS.boin(x, n).ordinal())).isEqualTo(boin);
    }

    /**
     * Where the two differ. Above 0.35 i3+3 stays if one DLT less were below 0.25, which is so at 1 of 1, 1 of 2 and 2 of 5; their
     * intervals differ between 0.236 and 0.25 and between 0.35 and 0.359, and no rate of up to 12 lies there.
     */
    @Test
    void theDesignsDifferInThreePlacesUpToTwelve() {
        assertThat(differing(12))
                .containsExactly("1 of 1: STAY, DE_ESCALATE", "1 of 2: STAY, DE_ESCALATE", "2 of 5: STAY, DE_ESCALATE");
    }

    /** Beyond twelve the intervals themselves tell: 5/14 = 0.357, 6/17 = 0.353, 5/21 = 0.238. */
    @Test
    void beyondTwelveTheDesignsDifferByTheirIntervals() {
        assertThat(differing(21).subList(3, 6))
                .containsExactly("5 of 14: DE_ESCALATE, STAY", "6 of 17: DE_ESCALATE, STAY", "5 of 21: ESCALATE, STAY");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,-1", "-1,3", "4,3", "1,0"})
    void numbersThatCannotBeAreRefused(int dlts, int evaluable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESIGNS.i3plus3(dlts, evaluable))
                .withMessageContaining(dlts + " DLTs in " + evaluable);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESIGNS.boin(dlts, evaluable))
                .withMessageContaining(dlts + " DLTs in " + evaluable);
    }

    /** Every number of the table decides something: changed, some advice changes. */
    @ParameterizedTest
    @CsvSource({
        "target,0.25",
        "boin-low-factor,0.5",
        "boin-high-factor,1.6",
        "i3plus3-low,0.2",
        "i3plus3-high,0.3",
        "elimination-least-evaluable,4",
        "elimination-certainty,0.9",
        "elimination-prior-alpha,0.5",
        "elimination-prior-beta,2"
    })
    void everyNumberComesFromTheTable(String item, BigDecimal other) {
        assertThat(advices(Designs.of(with(item, other)))).isNotEqualTo(advices(DESIGNS));
    }

    private static List<String> advices(Designs designs) {
        return IntStream.rangeClosed(1, 30)
                .boxed()
                .flatMap(n ->
                        IntStream.rangeClosed(0, n).mapToObj(x -> designs.i3plus3(x, n) + " " + designs.boin(x, n)))
                .toList();
    }

    private static List<String> differing(int most) {
        return IntStream.rangeClosed(1, most)
                .boxed()
                .flatMap(n -> IntStream.rangeClosed(0, n)
                        .filter(x -> DESIGNS.i3plus3(x, n) != DESIGNS.boin(x, n))
                        .mapToObj(x -> x + " of " + n + ": " + DESIGNS.i3plus3(x, n) + ", " + DESIGNS.boin(x, n)))
                .toList();
    }

    private static String row(int evaluable, IntBinaryOperator advised) {
        return IntStream.rangeClosed(0, evaluable)
                .mapToObj(dlts -> String.valueOf("ESDX".charAt(advised.applyAsInt(dlts, evaluable))))
                .collect(Collectors.joining());
    }

    private static Tables with(String item, BigDecimal number) {
        List<Tables.Row> rows = TABLES.table(TABLE).stream()
                .map(row -> row.item().equals(item) ? new Tables.Row(item, row.group(), number) : row)
                .toList();
        return new Tables(Map.of(TABLE, rows));
    }
}

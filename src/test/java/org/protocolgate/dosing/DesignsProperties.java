package org.protocolgate.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.protocolgate.rulebook.TestRules;

/** What holds of the designs for any numbers, and against whole-number arithmetic for all that a trial can reach. */
class DesignsProperties {

    /** More than a level of this trial, or of one like it, will ever have. */
    private static final int MANY = 60;

    private static final Designs DESIGNS = Designs.of(TestRules.newest().tables());

    @Property
    void moreDltsNeverGiveMoreDaringAdvice(
            @ForAll @IntRange(min = 1, max = 300) int evaluable, @ForAll @IntRange(max = 300) int dlts) {
        Assume.that(dlts < evaluable);
        assertThat(DESIGNS.i3plus3(dlts + 1, evaluable)).isGreaterThanOrEqualTo(DESIGNS.i3plus3(dlts, evaluable));
        assertThat(DESIGNS.boin(dlts + 1, evaluable)).isGreaterThanOrEqualTo(DESIGNS.boin(dlts, evaluable));
    }

    @Property
    void bothEliminateTogetherAndOnlyFromThreeOn(
            @ForAll @IntRange(min = 1, max = 300) int evaluable, @ForAll @IntRange(max = 300) int dlts) {
        Assume.that(dlts <= evaluable);
        boolean eliminates = DESIGNS.boin(dlts, evaluable) == Move.ELIMINATE;
        assertThat(DESIGNS.i3plus3(dlts, evaluable) == Move.ELIMINATE).isEqualTo(eliminates);
        assertThat(eliminates && evaluable < 3).isFalse();
    }

    @Property
    void numbersThatCannotBeAreRefused(@ForAll int dlts, @ForAll int evaluable) {
        Assume.that(evaluable < 1 || dlts < 0 || dlts > evaluable);
        assertThatIllegalArgumentException().isThrownBy(() -> DESIGNS.i3plus3(dlts, evaluable));
        assertThatIllegalArgumentException().isThrownBy(() -> DESIGNS.boin(dlts, evaluable));
    }

    /** x/n against 1/4 and 7/20 by whole numbers alone: 1 of 4 and 7 of 20 lie inside the interval, ends included. */
    @Example
    void theIntervalOfI3plus3IsExact() {
        everyNumber((dlts, evaluable) -> {
            Move expected = Move.DE_ESCALATE;
            if (isSurelyTooToxic(dlts, evaluable)) {
                expected = Move.ELIMINATE;
            } else if (4 * dlts < evaluable) {
                expected = Move.ESCALATE;
            } else if (20 * dlts <= 7 * evaluable || 4 * (dlts - 1) < evaluable) {
                expected = Move.STAY;
            }
            assertThat(DESIGNS.i3plus3(dlts, evaluable))
                    .as(dlts + " of " + evaluable)
                    .isEqualTo(expected);
        });
    }

    @Example
    void theEndsOfTheIntervalStay() {
        for (int times = 1; times <= 5; times++) {
            assertThat(DESIGNS.i3plus3(times, 4 * times)).isEqualTo(Move.STAY);
            assertThat(DESIGNS.i3plus3(7 * times, 20 * times)).isEqualTo(Move.STAY);
        }
    }

    /** BOIN's boundaries are logarithms, so its rate is no exact fraction; none comes near enough for that to matter. */
    @Example
    void noRateLiesSoNearABoundaryThatRoundingCouldDecide() {
        everyNumber((dlts, evaluable) -> {
            double rate = (double) dlts / evaluable;
            assertThat(Math.abs(rate - DESIGNS.escalateUpTo())).isGreaterThan(0.00002);
            assertThat(Math.abs(rate - DESIGNS.deEscalateFrom())).isGreaterThan(0.00002);
        });
    }

    /** By the exact sum, which has an end in decimals: a rounded probability never crosses the certainty asked for. */
    @Example
    void aLevelIsEliminatedWhereTheExactSumSaysSo() {
        everyNumber((dlts, evaluable) -> {
            assertThat(DESIGNS.boin(dlts, evaluable) == Move.ELIMINATE)
                    .as(dlts + " of " + evaluable)
                    .isEqualTo(isSurelyTooToxic(dlts, evaluable));
            double exact = tooToxic(dlts, evaluable).doubleValue();
            assertThat(DESIGNS.tooToxic(dlts, evaluable)).isCloseTo(exact, within(1e-12));
            assertThat(Math.abs(exact - 0.95)).isGreaterThan(0.00001);
        });
    }

    /** With three evaluable: 1 - 0.3^4 = 0.9919 after three DLTs, 0.9919 - 4 * 0.3^3 * 0.7 = 0.9163 after two. */
    @Example
    void threeOfThreeEliminateAndTwoDoNot() {
        assertThat(tooToxic(3, 3)).isEqualByComparingTo("0.9919");
        assertThat(tooToxic(2, 3)).isEqualByComparingTo("0.9163");
        assertThat(DESIGNS.tooToxic(3, 3)).isCloseTo(0.9919, within(1e-12));
        assertThat(DESIGNS.tooToxic(2, 3)).isCloseTo(0.9163, within(1e-12));
        assertThat(DESIGNS.i3plus3(3, 3)).isEqualTo(Move.ELIMINATE);
        assertThat(DESIGNS.boin(3, 3)).isEqualTo(Move.ELIMINATE);
        assertThat(DESIGNS.i3plus3(2, 3)).isEqualTo(Move.DE_ESCALATE);
        assertThat(DESIGNS.boin(2, 3)).isEqualTo(Move.DE_ESCALATE);
    }

    /** All of one and of two are surely too many, 0.91 and 0.973, but of two nothing is eliminated yet. */
    @Example
    void twoOfTwoDoNotEliminateHoweverSure() {
        assertThat(DESIGNS.tooToxic(2, 2)).isGreaterThan(0.95);
        assertThat(DESIGNS.i3plus3(2, 2)).isEqualTo(Move.DE_ESCALATE);
        assertThat(DESIGNS.boin(2, 2)).isEqualTo(Move.DE_ESCALATE);
    }

    private static boolean isSurelyTooToxic(int dlts, int evaluable) {
        return evaluable >= 3 && tooToxic(dlts, evaluable).compareTo(new BigDecimal("0.95")) > 0;
    }

    /** Under a uniform prior the rate exceeds 0.3 as likely as at most x of n + 1 draws of 0.3 succeed. */
    private static BigDecimal tooToxic(int dlts, int evaluable) {
        BigDecimal rate = new BigDecimal("0.3");
        BigDecimal rest = new BigDecimal("0.7");
        int draws = evaluable + 1;
        BigInteger ways = BigInteger.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k <= dlts; k++) {
            sum = sum.add(new BigDecimal(ways).multiply(rate.pow(k)).multiply(rest.pow(draws - k)));
            ways = ways.multiply(BigInteger.valueOf(draws - k)).divide(BigInteger.valueOf(k + 1));
        }
        return sum;
    }

    private static void everyNumber(Check check) {
        for (int evaluable = 1; evaluable <= MANY; evaluable++) {
            for (int dlts = 0; dlts <= evaluable; dlts++) {
                check.of(dlts, evaluable);
            }
        }
    }

    private interface Check {
        void of(int dlts, int evaluable);
    }
}

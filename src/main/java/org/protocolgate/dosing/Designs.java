package org.protocolgate.dosing;

import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.protocolgate.protocol.Tables;

/**
 * Two designs for finding a dose, by the numbers of the table {@code dose-designs.csv}: i3+3 and BOIN. A rate of toxicities is
 * compared exactly wherever its bound is written as a decimal.
 */
public final class Designs {

    private static final String TABLE = "dose-designs";

    private final BigDecimal low;
    private final BigDecimal high;
    private final double target;
    private final double escalateUpTo;
    private final double deEscalateFrom;
    private final int leastEvaluable;
    private final double certainty;
    private final double alpha;
    private final double beta;

    private Designs(Tables tables) {
        low = tables.number(TABLE, "i3plus3-low");
        high = tables.number(TABLE, "i3plus3-high");
        target = tables.number(TABLE, "target").doubleValue();
        double lower = target * tables.number(TABLE, "boin-low-factor").doubleValue();
        double upper = target * tables.number(TABLE, "boin-high-factor").doubleValue();
        escalateUpTo = boundary(lower, target);
        deEscalateFrom = boundary(target, upper);
        leastEvaluable = tables.number(TABLE, "elimination-least-evaluable").intValueExact();
        certainty = tables.number(TABLE, "elimination-certainty").doubleValue();
        alpha = tables.number(TABLE, "elimination-prior-alpha").doubleValue();
        beta = tables.number(TABLE, "elimination-prior-beta").doubleValue();
    }

    public static Designs of(Tables tables) {
        return new Designs(tables);
    }

    /** The rate at which two rates of toxicity explain what was seen equally well. */
    private static double boundary(double lower, double upper) {
        return Math.log((1 - lower) / (1 - upper)) / Math.log(upper * (1 - lower) / (lower * (1 - upper)));
    }

    /** BOIN: up to this rate it escalates. */
    public double escalateUpTo() {
        return escalateUpTo;
    }

    /** BOIN: from this rate on it de-escalates. */
    public double deEscalateFrom() {
        return deEscalateFrom;
    }

    /** The advice of i3+3. */
    public Move i3plus3(int dlts, int evaluable) {
        check(dlts, evaluable);
        if (isEliminated(dlts, evaluable)) {
            return Move.ELIMINATE;
        } else if (compare(dlts, evaluable, low) < 0) {
            return Move.ESCALATE;
        } else if (compare(dlts, evaluable, high) <= 0) {
            return Move.STAY;
        }
        return compare(dlts - 1, evaluable, low) < 0 ? Move.STAY : Move.DE_ESCALATE;
    }

    /** The advice of BOIN. */
    public Move boin(int dlts, int evaluable) {
        check(dlts, evaluable);
        double rate = (double) dlts / evaluable;
        if (isEliminated(dlts, evaluable)) {
            return Move.ELIMINATE;
        } else if (rate <= escalateUpTo) {
            return Move.ESCALATE;
        }
        return rate >= deEscalateFrom ? Move.DE_ESCALATE : Move.STAY;
    }

    /** The probability that the rate of toxicities lies above the target. */
    double tooToxic(int dlts, int evaluable) {
        return BetaDistribution.of(alpha + dlts, beta + evaluable - dlts).survivalProbability(target);
    }

    private boolean isEliminated(int dlts, int evaluable) {
        return evaluable >= leastEvaluable && tooToxic(dlts, evaluable) > certainty;
    }

    private static int compare(int dlts, int evaluable, BigDecimal rate) {
        return BigDecimal.valueOf(dlts).compareTo(rate.multiply(BigDecimal.valueOf(evaluable)));
    }

    private static void check(int dlts, int evaluable) {
        if (evaluable < 1 || dlts < 0 || dlts > evaluable) {
            throw new IllegalArgumentException(dlts + " DLTs in " + evaluable + " evaluable");
        }
    }
}

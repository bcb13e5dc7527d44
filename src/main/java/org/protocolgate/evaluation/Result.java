package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.protocolgate.participant.Lab;

/** The latest laboratory result of a kind within a range of days: known, missing, or of a date too vague to tell. */
public final class Result {

    private final Latest<Lab> latest;

    Result(Latest<Lab> latest) {
        this.latest = latest;
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    public boolean isPositive() {
        return is(Lab.Result.POSITIVE);
    }

    public boolean isNegative() {
        return is(Lab.Result.NEGATIVE);
    }

    /** Neither positive nor negative, for whatever cause. */
    public boolean isOpen() {
        return !isPositive() && !isNegative();
    }

    /** Whether there is a value and the upper limit of its laboratory to hold it against. */
    public boolean hasValueAndLimit() {
        Lab lab = latest.value();
        return lab != null && lab.isMeasured() && lab.upperLimit() != null;
    }

    /** Whether the value lies above so many times the upper limit of normal. */
    public boolean isAbove(BigDecimal timesUpperLimit) {
        Lab lab = latest.value();
        return lab != null
                && lab.isMeasured()
                && lab.upperLimit() != null
                && Objects.requireNonNull(lab.value()).compareTo(timesUpperLimit.multiply(lab.upperLimit())) > 0;
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Lab> getFacts() {
        return latest.facts();
    }

    private boolean is(Lab.Result result) {
        Lab lab = latest.value();
        return lab != null && lab.result() == result;
    }
}

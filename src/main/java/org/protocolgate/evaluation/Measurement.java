package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Vital;

/** The latest bedside measurement of a kind within a range of days. */
public final class Measurement {

    private final Latest<Vital> latest;
    private final String unit;

    Measurement(Latest<Vital> latest, String unit) {
        this.latest = latest;
        this.unit = unit;
    }

    public boolean isMissing() {
        return latest.state() == Latest.State.NONE;
    }

    public boolean isVague() {
        return latest.state() == Latest.State.VAGUE;
    }

    /** Whether there is a value that can be held against a limit in the unit of its kind. */
    public boolean hasValue() {
        return value() != null;
    }

    public boolean isOnRoomAir() {
        Vital vital = latest.value();
        return vital != null && Boolean.TRUE.equals(vital.onRoomAir());
    }

    public boolean isAtLeast(BigDecimal limit) {
        BigDecimal value = value();
        return value != null && value.compareTo(limit) >= 0;
    }

    /** The record that is the latest, or those of which it is one. */
    public List<Vital> getFacts() {
        return latest.facts();
    }

    /** A unit that is not that of the kind makes the number mean something else. */
    private @Nullable BigDecimal value() {
        Vital vital = latest.value();
        return vital == null || (vital.unit() != null && !vital.unit().equals(unit)) ? null : vital.value();
    }
}

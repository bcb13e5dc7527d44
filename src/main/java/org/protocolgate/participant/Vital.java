package org.protocolgate.participant;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A bedside measurement: weight in kg, oxygen saturation and ejection fraction in percent. */
public record Vital(
        Entry entry,
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable Boolean onRoomAir,
        @Nullable String method,
        PartialDate on)
        implements Dated {
    /** What was measured. */
    public enum Kind {
        WEIGHT,
        SPO2,
        LVEF
    }
}

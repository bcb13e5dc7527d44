package org.protocolgate.protocol;

import java.util.List;

/** The points of the study at which somebody asks whether a participant may go on. */
public enum Gate {
    SCREENING,
    LYMPHODEPLETION,
    INFUSION,
    FOLLOW_UP;

    /** The gates whose criteria are asked at this one: a later gate of treatment asks the earlier ones again. */
    public List<Gate> asks() {
        return switch (this) {
            case SCREENING -> List.of(SCREENING);
            case LYMPHODEPLETION -> List.of(SCREENING, LYMPHODEPLETION);
            case INFUSION -> List.of(SCREENING, LYMPHODEPLETION, INFUSION);
            case FOLLOW_UP -> List.of(FOLLOW_UP);
        };
    }
}

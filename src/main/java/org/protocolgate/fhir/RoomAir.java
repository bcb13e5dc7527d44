package org.protocolgate.fhir;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether oxygen was given while its saturation was measured, by the flow or the share of inhaled oxygen beside it. */
final class RoomAir {

    private static final String FLOW = "3151-8";
    private static final String SHARE = "3150-6";
    private static final BigDecimal AIR = BigDecimal.valueOf(21);

    private RoomAir() {}

    /** Null where nothing is said of it, or what is said contradicts itself. */
    static @Nullable Boolean of(Observation observation) {
        Boolean found = null;
        for (Observation.ObservationComponentComponent part : observation.getComponent()) {
            boolean flow = Codes.in(part.getCode(), "LOINC").contains(FLOW);
            boolean share = Codes.in(part.getCode(), "LOINC").contains(SHARE);
            if ((flow || share) && part.getValue() instanceof Quantity quantity && quantity.hasValue()) {
                boolean air = flow
                        ? quantity.getValue().signum() == 0
                        : "%".equals(Observations.unit(quantity))
                                && quantity.getValue().compareTo(AIR) == 0;
                if (found != null && found != air) {
                    return null;
                }
                found = air;
            }
        }
        return found;
    }
}

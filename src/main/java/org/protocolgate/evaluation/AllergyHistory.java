package org.protocolgate.evaluation;

import java.util.Objects;
import org.protocolgate.participant.Allergy;
import org.protocolgate.participant.Fact;
import org.protocolgate.protocol.Terminology;

/**
 * An allergy, held against the substances of the treatment.
 *
 * @param toTreatment whether it is to a substance of the treatment
 * @param perhapsToTreatment whether what was written contains the name of such a substance
 */
public record AllergyHistory(Allergy allergy, boolean toTreatment, boolean perhapsToTreatment) implements OfFact {

    @Override
    public Fact fact() {
        return allergy;
    }

    static AllergyHistory of(Allergy allergy, Terminology terminology) {
        String substance = Objects.requireNonNullElse(allergy.substance(), "");
        boolean listed = terminology.isAllergen(substance);
        return new AllergyHistory(allergy, listed, !listed && terminology.mentionsAllergen(substance));
    }

    /** Whether the reaction was one that excludes whatever caused it. */
    public boolean isSevere() {
        return allergy.severity() == Allergy.Severity.SEVERE || allergy.severity() == Allergy.Severity.LIFE_THREATENING;
    }

    public boolean isOfUnknownSeverity() {
        return allergy.severity() == null;
    }
}

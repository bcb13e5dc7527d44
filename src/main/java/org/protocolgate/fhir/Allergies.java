package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;
import org.protocolgate.protocol.Terminology.Match;

/** Allergies and intolerances become allergies. */
final class Allergies {

    private static final Set<String> NONE_KNOWN = Set.of("716186003", "409137002", "428607008", "429625007");

    private Allergies() {}

    static void read(AllergyIntolerance allergy, Setting setting, Draft draft) {
        String name = Codes.name(allergy.getCode());
        if (Codes.has(allergy.getVerificationStatus(), "entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (Codes.has(allergy.getVerificationStatus(), "refuted")) {
            draft.takeBack("refuted");
        } else if (Codes.in(allergy.getCode(), "SNOMED").stream().anyMatch(NONE_KNOWN::contains)) {
            draft.skip("says that no allergy is known; here that is said by a review of the medical history");
        } else {
            take(allergy, name, setting, draft);
        }
    }

    private static void take(AllergyIntolerance allergy, @Nullable String name, Setting setting, Draft draft) {
        ObjectNode fact = draft.fact("allergy");
        String substance = Codes.in(allergy.getCode(), Codes.RXNORM).stream()
                .map(code -> setting.terminology().rxnorm(code))
                .filter(Objects::nonNull)
                .map(Match::substance)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(name);
        Times.put(fact, "substance", substance);
        if (substance == null) {
            draft.doubt(Remark.of("substance", null, "does not say to what"));
        }
        Times.put(fact, "start", Conditions.start(allergy.getOnset()));
        String severity = severity(allergy);
        if (severity == null) {
            draft.doubt(Remark.of("severity", null, "how severe a reaction was is not said, or not of every one"));
        } else {
            fact.put("severity", severity);
        }
        if (Codes.has(allergy.getVerificationStatus(), "unconfirmed")) {
            draft.doubt("not confirmed");
        }
    }

    /** The worst that is said, where nothing that is not said can be worse. */
    private static @Nullable String severity(AllergyIntolerance allergy) {
        Set<String> said = allergy.getReaction().stream()
                .filter(AllergyIntolerance.AllergyIntoleranceReactionComponent::hasSeverity)
                .map(reaction -> reaction.getSeverity().toCode().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (said.contains("SEVERE")) {
            return "SEVERE";
        }
        boolean all = allergy.getReaction().stream()
                .allMatch(AllergyIntolerance.AllergyIntoleranceReactionComponent::hasSeverity);
        boolean feared = allergy.getCriticality() == AllergyIntolerance.AllergyIntoleranceCriticality.HIGH;
        if (said.isEmpty() || !all || feared) {
            return null;
        }
        return List.of("MODERATE", "MILD").stream()
                .filter(said::contains)
                .findFirst()
                .orElse(null);
    }
}

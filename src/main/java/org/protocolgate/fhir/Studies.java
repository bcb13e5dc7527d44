package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ResearchStudy;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;

/** Consents to our study become consents, and places in other studies participations. */
final class Studies {

    private static final Set<String> NOT_IN_IT =
            Set.of("candidate", "eligible", "ineligible", "not-registered", "potential-candidate", "pending-on-study");
    private static final Set<String> IN_IT =
            Set.of("on-study", "on-study-intervention", "on-study-observation", "screening");

    private Studies() {}

    static void read(Consent consent, Setting setting, Draft draft) {
        String status = consent.hasStatus() ? consent.getStatus().toCode() : "";
        if (status.equals("entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (!Codes.has(consent.getScope(), "research")) {
            draft.skip("no consent to research");
        } else if (status.equals("rejected")) {
            draft.takeBack("consent was refused");
        } else if (status.equals("draft") || status.equals("proposed")) {
            draft.skip("not signed yet");
        } else if (!isOurs(consent, setting)) {
            draft.none("does not say that it is a consent to " + setting.study());
        } else if (Times.text(consent.getDateTimeElement()) == null) {
            draft.none("does not say when it was given");
        } else {
            given(consent, status, draft);
        }
    }

    private static void given(Consent consent, String status, Draft draft) {
        String end = Times.end(consent.getProvision().getPeriod());
        if (!status.equals("active") && end == null) {
            draft.takeBack("no longer in force, and since when is not said: record the withdrawal by hand");
            return;
        }
        ObjectNode fact = draft.fact("consent");
        Times.put(fact, "on", Times.text(consent.getDateTimeElement()));
        if (!status.equals("active")) {
            Times.put(fact, "withdrawnOn", end);
        }
    }

    private static boolean isOurs(Consent consent, Setting setting) {
        Stream<String> named = Stream.concat(
                consent.getIdentifier().stream().map(Identifier::getValue),
                consent.getPolicy().stream().map(Consent.ConsentPolicyComponent::getUri));
        Stream<String> data = consent.getProvision().getData().stream()
                .flatMap(one -> Stream.ofNullable(study(one.getReference(), setting)));
        return Stream.concat(named.filter(java.util.Objects::nonNull), data)
                .anyMatch(name -> name.strip().endsWith(setting.study()));
    }

    static void read(ResearchSubject subject, Setting setting, Draft draft) {
        String status = subject.hasStatus() ? subject.getStatus().toCode() : "";
        if (NOT_IN_IT.contains(status)) {
            draft.skip("not in the study: " + status);
            return;
        }
        String study = study(subject.getStudy(), setting);
        ObjectNode fact = draft.fact("studyParticipation");
        Times.put(fact, "study", study);
        Times.put(fact, "start", Times.start(subject.getPeriod()));
        String end = Times.end(subject.getPeriod());
        Times.put(fact, "end", end);
        if (end == null && IN_IT.contains(status)) {
            fact.put("ongoing", true);
        }
        if (setting.study().equals(study)) {
            if (status.equals("withdrawn") || status.equals("off-study")) {
                draft.doubt(Remark.of("status", status, "has left our own study: record the milestone by hand"));
            } else {
                draft.note("our own study; it is not counted as another");
            }
            return;
        }
        if (study == null) {
            draft.doubt(Remark.of("study", null, "does not say which study; it counts as another"));
        }
        if (end == null && !IN_IT.contains(status)) {
            draft.doubt(Remark.of("end", null, "left, or its state is not said, but not when"));
        }
        draft.doubt(Remark.of("lastDose", null, "the last dose of its product and the half-life are not said"));
    }

    /** The registry identifier of a study that was sent along, or that a reference names. */
    private static @Nullable String study(Reference reference, Setting setting) {
        ResearchStudy study = reference.hasReference() ? setting.studies().get(reference.getReference()) : null;
        List<Identifier> identifiers = study == null ? List.of(reference.getIdentifier()) : study.getIdentifier();
        return identifiers.stream()
                .map(Identifier::getValue)
                .filter(value -> value != null && !value.isBlank())
                .sorted(java.util.Comparator.comparing(value -> !value.startsWith("NCT")))
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }
}

package org.protocolgate.fhirout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Reference;

/** Criteria that do not pass, as DetectedIssue. */
final class Issues {

    private static final String NOT_MET = "NOT_MET";
    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> STATUSES = Set.of(NOT_MET, UNKNOWN, "PROVISIONAL");

    private Issues() {}

    static boolean isOne(JsonNode criterion) {
        return STATUSES.contains(criterion.get("status").asText());
    }

    static DetectedIssue of(JsonNode criterion, Reference participant, DateTimeType asOf) {
        String status = criterion.get("status").asText();
        DetectedIssue issue = new DetectedIssue();
        issue.setId(criterion.get("id").asText());
        issue.setStatus(status.equals(NOT_MET) ? DetectedIssueStatus.FINAL : DetectedIssueStatus.PRELIMINARY);
        issue.setCode(Naming.concept("criterion", criterion.get("id").asText())
                .setText(criterion.get("title").asText()));
        issue.setSeverity(severity(status));
        issue.setPatient(participant.copy());
        issue.setIdentified(asOf.copy());
        issue.setDetail(status + ": " + criterion.get("reason").asText() + " ["
                + criterion.get("cites").asText() + "]");
        for (JsonNode fact : criterion.get("evidence")) {
            issue.addEvidence().addDetail(Naming.named("fact", fact.asText()));
        }
        return issue;
    }

    private static DetectedIssueSeverity severity(String status) {
        return switch (status) {
            case NOT_MET -> DetectedIssueSeverity.HIGH;
            case UNKNOWN -> DetectedIssueSeverity.MODERATE;
            default -> DetectedIssueSeverity.LOW;
        };
    }
}

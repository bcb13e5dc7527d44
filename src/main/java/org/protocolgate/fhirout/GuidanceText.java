package org.protocolgate.fhirout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** A decision as a GuidanceResponse; each criterion that does not pass is a DetectedIssue in it. */
public final class GuidanceText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PARAMETERS = "answer";

    private GuidanceText() {}

    /**
     * The decision as FHIR JSON.
     *
     * @param decision as it was answered and kept
     * @param language of its texts
     */
    public static String of(String decision, Locale language) {
        try {
            return Naming.written(of(JSON.readTree(decision), language));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision that was kept is no JSON", e);
        }
    }

    private static GuidanceResponse of(JsonNode decision, Locale language) {
        GuidanceResponse response = new GuidanceResponse();
        String id = decision.get("id").asText();
        DateTimeType asOf = new DateTimeType(decision.get("asOf").asText());
        Reference participant = Naming.participant(decision.get("participant").asText());
        response.setId(id);
        response.addIdentifier(Naming.identifier("decision", id));
        response.setModule(new org.hl7.fhir.r4.model.CodeableConcept(new Coding()
                        .setSystem("http://clinicaltrials.gov")
                        .setCode(decision.get("study").asText())
                        .setVersion(decision.get("protocolVersion").asText()))
                .setText(decision.get("ruleSet").asText()));
        response.setStatus(status(decision));
        response.setSubject(participant);
        response.setOccurrenceDateTimeElement(asOf);
        response.setPerformer(Naming.service());
        response.addReasonCode(Naming.concept("gate", decision.get("gate").asText()));
        Parameters answer = answer(decision);
        response.addContained(answer);
        response.setOutputParameters(new Reference("#" + PARAMETERS));
        List<String> sentences = new ArrayList<>(List.of(summary(decision)));
        for (JsonNode criterion : decision.get("criteria")) {
            if (Issues.isOne(criterion)) {
                DetectedIssue issue = Issues.of(criterion, participant, asOf);
                response.addContained(issue);
                answer.addParameter().setName("issue").setValue(new Reference("#" + issue.getIdPart()));
                sentences.add(sentence(criterion));
            }
        }
        decision.get("warnings")
                .forEach(warning ->
                        response.addNote().setText(warning.get("text").asText()));
        decision.get("toDo").forEach(open -> response.addDataRequirement(Requirements.of(open, participant)));
        decision.get("toDo").forEach(open -> sentences.add(open.get("what").asText()));
        Naming.narrate(response, language, sentences);
        return response;
    }

    /** Whether more data are needed before there is an answer, or may change it. */
    private static GuidanceResponseStatus status(JsonNode decision) {
        if (decision.get("verdict").asText().equals("INCOMPLETE")) {
            return GuidanceResponseStatus.DATAREQUIRED;
        }
        return decision.get("toDo").isEmpty() ? GuidanceResponseStatus.SUCCESS : GuidanceResponseStatus.DATAREQUESTED;
    }

    private static Parameters answer(JsonNode decision) {
        Parameters answer = new Parameters();
        answer.setId(PARAMETERS);
        answer.addParameter()
                .setName("verdict")
                .setValue(new CodeType(decision.get("verdict").asText()));
        answer.addParameter()
                .setName("gate")
                .setValue(new CodeType(decision.get("gate").asText()));
        answer.addParameter()
                .setName("on")
                .setValue(new DateType(decision.get("on").asText()));
        if (!decision.get("earliest").isNull()) {
            answer.addParameter()
                    .setName("earliest")
                    .setValue(new DateType(decision.get("earliest").asText()));
        }
        answer.addParameter()
                .setName("ruleSet")
                .setValue(new StringType(decision.get("ruleSet").asText()));
        return answer;
    }

    private static String summary(JsonNode decision) {
        return decision.get("participant").asText() + ", "
                + decision.get("gate").asText() + ", "
                + decision.get("on").asText() + ": " + decision.get("verdict").asText()
                + (decision.get("earliest").isNull()
                        ? ""
                        : " (" + decision.get("earliest").asText() + ")");
    }

    private static String sentence(JsonNode criterion) {
        return criterion.get("id").asText() + ", " + criterion.get("status").asText() + ": "
                + criterion.get("reason").asText();
    }
}

package org.protocolgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.Questions;

/** What the README says is easily got wrong. */
class PitfallsTest {

    private final ObjectNode question = Baseline.question("INFUSION");

    @Test
    void anEndThatNobodyKnowsIsNotAPass() {
        add("drug").put("name", "baricitinib").put("start", "2025-06");
        assertThat(status("EXC-13")).isEqualTo(Status.UNKNOWN);
        assertThat(verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void aDrugThatNobodyRecognisesIsNotAPass() {
        add("drug").put("name", "herbal mixture 7").put("start", "2026-02").put("ongoing", true);
        assertThat(status("EXC-13")).isEqualTo(Status.UNKNOWN);
        assertThat(status("EXC-12")).isEqualTo(Status.UNKNOWN);
        assertThat(status("EXC-11")).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void nothingOnRecordIsNotAPass() {
        remove("reviews");
        assertThat(status("EXC-13")).isEqualTo(Status.UNKNOWN);
        assertThat(status("EXC-05")).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void whichOfTwoResultsIsLaterIsNotGuessedInEitherOrder() {
        Baseline.fact(question, "hiv").put("on", "2026-02-20");
        add("lab").put("test", "HIV").put("result", "POSITIVE").put("on", "2026-02");
        assertThat(status("EXC-17")).isEqualTo(Status.UNKNOWN);
        ObjectNode first =
                (ObjectNode) question.get("facts").get(question.get("facts").size() - 1);
        ((ArrayNode) question.get("facts")).insert(0, first.deepCopy());
        ((ArrayNode) question.get("facts")).remove(question.get("facts").size() - 1);
        assertThat(status("EXC-17")).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void monthsAreCountedBackFromEachDay() {
        Baseline.fact(question, "screening").put("on", "2026-03-02");
        add("drug").put("name", "rituximab").put("on", "2026-02-28");
        Decision decision = Questions.decide(question);
        assertThat(answer(decision, "EXC-10").clears())
                .isEqualTo(new Clears(Anchor.SCREENING, LocalDate.of(2026, 6, 1)));
    }

    @Test
    void thirdsSumUpExactly() {
        remove("prednisone-low");
        for (int i = 0; i < 3; i++) {
            add("drug")
                    .put("name", "deflazacort")
                    .put("route", "ORAL")
                    .put("on", "2026-03-01")
                    .putObject("dailyDose")
                    .put("value", 4)
                    .put("unit", "mg");
        }
        assertThat(status("EXC-11")).isEqualTo(Status.NOT_MET);
    }

    private ObjectNode add(String type) {
        return ((ArrayNode) question.get("facts")).addObject().put("type", type);
    }

    private void remove(String id) {
        ArrayNode facts = (ArrayNode) question.get("facts");
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).path("id").asText().equals(id)) {
                facts.remove(i);
                return;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private Status status(String criterion) {
        return answer(Questions.decide(question), criterion).outcome().status();
    }

    private Verdict verdict() {
        return Questions.decide(question).verdict();
    }

    private static Decision.Answer answer(Decision decision, String criterion) {
        return decision.criteria().stream()
                .filter(a -> a.outcome().criterion().id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }
}

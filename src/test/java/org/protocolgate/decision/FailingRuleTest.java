package org.protocolgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.Questions;
import org.protocolgate.rulebook.TestRules;

/** A rule that fails decides nothing, and takes nothing that other rules found; the next question is not touched by it. */
class FailingRuleTest {

    private static final Rulebook FAILING = Rulebook.load(failing());

    /** A condition that fails on a drug without a name. */
    private static RuleFolder failing() {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        files.computeIfPresent(
                "nct07339332/infusion/EXC-13-jak-inhibitor-washout.drl",
                (path, text) -> text.replaceFirst(
                        "DrugExposure\\( surelyTaken", "DrugExposure( drug.name().length() > 0, surelyTaken"));
        return RuleFolder.of(files);
    }

    @AfterAll
    static void release() {
        FAILING.close();
    }

    @Test
    void everyCriterionIsUnknownWithTheError() {
        Decision decision = Questions.decide(nameless(), FAILING);
        assertThat(decision.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(decision.earliest()).isNull();
        assertThat(decision.evaluation().fault()).contains("NullPointerException");
        assertThat(decision.criteria())
                .hasSize(46)
                .allSatisfy(answer -> assertThat(answer.outcome().status()).isEqualTo(Status.UNKNOWN));
        assertThat(new Wording(decision.version(), Locale.ENGLISH)
                        .reason(decision.criteria().get(0).outcome()))
                .contains("A rule failed", "NullPointerException");
    }

    @Test
    void aFindingOfAnotherRuleIsNotKept() {
        ObjectNode question = nameless();
        question.withArray("facts")
                .addObject()
                .put("type", "condition")
                .put("kind", "CNS_LUPUS")
                .put("on", "2020");
        assertThat(Questions.decide(question, FAILING).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void theNextQuestionIsAnsweredAsEver() {
        for (int i = 0; i < 20; i++) {
            assertThat(Questions.decide(nameless(), FAILING).verdict()).isEqualTo(Verdict.INCOMPLETE);
            Decision next = Questions.decide(Baseline.question("INFUSION"), FAILING);
            assertThat(next.verdict()).isEqualTo(Verdict.PROCEED);
            assertThat(next.evaluation().fired())
                    .isEqualTo(Questions.decide(Baseline.question("INFUSION"))
                            .evaluation()
                            .fired());
        }
    }

    private static ObjectNode nameless() {
        ObjectNode question = Baseline.question("INFUSION");
        question.withArray("facts").addObject().put("type", "drug").put("on", "2020");
        return question;
    }
}

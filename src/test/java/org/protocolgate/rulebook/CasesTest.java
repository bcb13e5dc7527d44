package org.protocolgate.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Status;

/** Every worked example in the rule folder. */
class CasesTest {

    @Test
    void theUnremarkableParticipantMayProceed() {
        Decision decision = Questions.decide(Baseline.question("INFUSION"));
        assertThat(decision.criteria())
                .filteredOn(a -> a.outcome().status().compareTo(Status.MET) > 0)
                .isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.PROCEED);
        assertThat(decision.warnings()).isEmpty();
    }

    @Test
    void theUnremarkableFollowUpIsInOrder() {
        Decision decision = Questions.decide(Baseline.question("FOLLOW_UP"));
        assertThat(decision.criteria())
                .filteredOn(a -> a.outcome().status().compareTo(Status.MET) > 0)
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> examples() {
        Map<String, List<Case>> byCriterion = Case.all().stream()
                .collect(Collectors.groupingBy(Case::criterion, LinkedHashMap::new, Collectors.toList()));
        return byCriterion.entrySet().stream()
                .map(of -> dynamicContainer(
                        of.getKey(), of.getValue().stream().map(c -> dynamicTest(c.name(), () -> check(c)))));
    }

    private static void check(Case example) {
        assertThat(example.unknownKeys()).as("unknown keys").isEmpty();
        Decision decision = example.decide();
        Decision.Answer answer = decision.criteria().stream()
                .filter(a -> a.outcome().criterion().id().equals(example.criterion()))
                .findFirst()
                .orElseThrow();
        String clears = answer.clears() == null ? "none" : answer.clears().on().toString();
        assertThat(answer.outcome().status()).as("status").hasToString(example.status());
        if (example.clears() != null) {
            assertThat(clears).as("clears").isEqualTo(example.clears());
        }
        if (example.earliest() != null) {
            assertThat(String.valueOf(decision.earliest()).replace("null", "none"))
                    .as("earliest")
                    .isEqualTo(example.earliest());
        }
        if (example.because() != null) {
            assertThat(RuleTitles.fired(decision)).as("rules fired").contains(example.because());
        }
        if ("none".equals(example.warns())) {
            assertThat(decision.warnings()).as("warnings").isEmpty();
        } else if (example.warns() != null) {
            assertThat(decision.warnings())
                    .extracting(w -> w.code().replace("warning.", ""))
                    .contains(example.warns());
        }
    }
}

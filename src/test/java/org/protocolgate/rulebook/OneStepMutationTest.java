package org.protocolgate.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.protocolgate.decision.Decision;
import org.protocolgate.protocol.Limit;
import org.protocolgate.protocol.Limits;

/** Each number of the protocol, shifted by its smallest step, makes some case fail: no number can slip by a day unseen. */
class OneStepMutationTest {

    @TestFactory
    Stream<DynamicTest> everyNumberMatters() {
        Limits limits = TestRules.newest().limits();
        return limits.all().values().stream()
                .sorted(java.util.Comparator.comparing(Limit::key))
                .flatMap(limit -> Stream.of(limit.step(), limit.step().negate())
                        .map(step -> limits.number(limit.key()).add(step))
                        .map(value -> dynamicTest(
                                limit.key() + " = " + value,
                                () -> assertNoticed(limit, limits.with(limit.key(), value)))));
    }

    private static void assertNoticed(Limit limit, Limits mutated) {
        List<Case> cases = Case.of(limit.criterion());
        assertThat(cases).as("cases of " + limit.criterion()).isNotEmpty();
        assertThat(cases.stream().anyMatch(c -> !answer(c, c.decide(mutated)).equals(answer(c, c.decide()))))
                .as("a case of %s notices", limit.criterion())
                .isTrue();
    }

    private static String answer(Case of, Decision decision) {
        return decision.criteria().stream()
                .filter(a -> a.outcome().criterion().id().equals(of.criterion()))
                .map(a -> a.outcome().status() + " " + a.clears() + " "
                        + decision.warnings().stream().map(w -> w.code()).toList())
                .findFirst()
                .orElseThrow();
    }
}

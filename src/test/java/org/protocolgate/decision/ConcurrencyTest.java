package org.protocolgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.protocolgate.rulebook.Questions;

/** Questions asked at the same time are answered as if they were asked one by one. */
class ConcurrencyTest {

    private static final int THREADS = 4;
    private static final int QUESTIONS = 400;

    @Test
    void questionsDoNotDisturbEachOther() throws Exception {
        List<String> alone = new ArrayList<>();
        List<Callable<String>> asked = new ArrayList<>();
        for (int seed = 0; seed < QUESTIONS; seed++) {
            ObjectNode question = RandomQuestions.of(seed % 50);
            alone.add(answer(question));
            asked.add(() -> answer(question));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 3; round++) {
                List<String> together = new ArrayList<>();
                for (Future<String> answer : threads.invokeAll(asked)) {
                    together.add(answer.get());
                }
                assertThat(together).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String answer(ObjectNode question) {
        Decision decision = Questions.decide(question);
        List<String> statuses = decision.criteria().stream()
                .map(a -> a.outcome().criterion().id() + " " + a.outcome().status() + " " + a.clears())
                .toList();
        return decision.verdict() + " " + decision.earliest() + " "
                + decision.evaluation().fault() + " " + statuses + " "
                + decision.evaluation().fired().size();
    }
}

package org.protocolgate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieRepository;
import org.kie.api.builder.ReleaseId;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.Questions;
import org.protocolgate.rulebook.TestRules;

/** The rules are exchanged while questions are asked, when the new ones are whole. */
class ServedRulesTest {

    private final AtomicReference<RuleFolder> folder = new AtomicReference<>(washout(14));

    private static RuleFolder washout(int days) {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        files.computeIfPresent(
                "nct07339332/limits.yaml",
                (path, text) -> text.replaceFirst("(?s)(EXC-13.washout:.*?value: \\{ \"1.0\": )14", "$1" + days));
        return RuleFolder.of(files);
    }

    @Test
    void aWholeFolderIsTakenOverAndAFaultyOneIsNot() {
        try (ServedRules rules = new ServedRules(folder::get)) {
            String first = rules.ask(ServedRulesTest::ruleSet);
            folder.set(washout(28));
            assertThat(rules.ask(ServedRulesTest::ruleSet)).isEqualTo(first);
            rules.reload();
            assertThat(rules.ask(ServedRulesTest::ruleSet)).isNotEqualTo(first);
            assertThat(rules.ask(ServedRulesTest::washoutServed)).isEqualTo("28");
            folder.set(RuleFolder.of(Map.of()));
            assertThatThrownBy(rules::reload).isInstanceOf(FaultyRulesException.class);
            assertThat(rules.ask(ServedRulesTest::washoutServed)).isEqualTo("28");
        }
    }

    @Test
    void aQuestionIsAnsweredByTheRulesItBeganWith() throws Exception {
        try (ServedRules rules = new ServedRules(folder::get)) {
            CountDownLatch asking = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> rules.ask(rulebook -> {
                asking.countDown();
                await(goOn);
                return Questions.decide(Baseline.question("INFUSION"), rulebook).verdict() + " "
                        + washoutServed(rulebook);
            }));
            asking.await();
            folder.set(washout(28));
            CompletableFuture<Void> reload = CompletableFuture.runAsync(rules::reload);
            goOn.countDown();
            assertThat(answer.get()).isEqualTo("PROCEED 14");
            reload.get();
            assertThat(rules.ask(ServedRulesTest::washoutServed)).isEqualTo("28");
        }
    }

    @Test
    void theRetiredRulesAreReleased() {
        Map<String, String> files = new TreeMap<>(folder.get().files());
        files.computeIfPresent("nct07339332/vocabulary.drl", (path, text) -> text + "// not those of the product\n");
        folder.set(RuleFolder.of(files));
        KieRepository held = KieServices.get().getRepository();
        try (ServedRules rules = new ServedRules(folder::get)) {
            List<ReleaseId> retired = rules.ask(Rulebook::releases);
            assertThat(retired)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(held.getKieModule(id)).isNotNull());
            rules.reload();
            assertThat(retired)
                    .allSatisfy(id -> assertThat(held.getKieModule(id)).isNull());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ruleSet(Rulebook rulebook) {
        return rulebook.versions().get(0).ruleSet();
    }

    private static String washoutServed(Rulebook rulebook) {
        return rulebook.versions().get(0).limits().number("EXC-13.washout").toPlainString();
    }
}

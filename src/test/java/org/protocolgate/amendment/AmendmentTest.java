package org.protocolgate.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.decision.Clears;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.Request;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.Questions;
import org.protocolgate.rulebook.TestRules;

/** An amendment that lengthens the washout of JAK inhibitors to 28 days is three lines of data. */
class AmendmentTest {

    private static final String STUDY = "nct07339332/";

    private static final Rulebook AMENDED = Rulebook.load(amended());

    private static final ProtocolVersion OLD =
            AMENDED.version(TestRules.STUDY, "1.0").orElseThrow();
    private static final ProtocolVersion NEW = AMENDED.newest(TestRules.STUDY).orElseThrow();

    private static RuleFolder amended() {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        files.computeIfPresent(
                STUDY + "protocol.yaml",
                (path, text) -> text.replace(
                        "  - version: \"1.0\"\n",
                        "  - version: \"1.0\"\n  - version: \"1.1\"\n    supersedes: \"1.0\"\n"));
        files.computeIfPresent(
                STUDY + "limits.yaml",
                (path, text) -> text.replaceFirst("(?s)(EXC-13.washout:.*?value: \\{ \"1.0\": 14)", "$1, \"1.1\": 28"));
        return RuleFolder.of(files);
    }

    @AfterAll
    static void release() {
        AMENDED.close();
    }

    @Test
    void theVersionsLiveSideBySideAndTheNewestIsAsked() {
        assertThat(NEW.version()).isEqualTo("1.1");
        assertThat(AMENDED.newest(TestRules.STUDY)).contains(NEW);
        assertThat(OLD.limits().number("EXC-13.washout")).isEqualByComparingTo("14");
        assertThat(NEW.limits().number("EXC-13.washout")).isEqualByComparingTo("28");
        assertThat(NEW.limits().number("EXC-12.washout")).isEqualByComparingTo("14");
    }

    @Test
    void whatChangesIsOneNumberAndTheSentencesThatNameIt() {
        Amendment amendment = Amendment.between(OLD, NEW, AMENDED.folder());
        assertThat(amendment.numbers())
                .containsExactly(
                        new Amendment.Change("EXC-13.washout (Exclusion Criteria, item 13)", "14 days", "28 days"));
        assertThat(amendment.rules()).isEmpty();
        assertThat(amendment.texts())
                .extracting(Amendment.Change::what)
                .containsExactly("EXC-13 title", "EXC-13 statement");
        assertThat(amendment.texts().get(0).after()).isEqualTo("No JAK inhibitor in the 28 days before infusion");
    }

    @Test
    void whoseAnswerChangesIsSaidByCriterion() {
        Impact impact = impact("2026-02-20");
        assertThat(impact.isAny()).isTrue();
        assertThat(impact.before()).isEqualTo(Verdict.PROCEED);
        assertThat(impact.after()).isEqualTo(Verdict.HOLD);
        assertThat(impact.earliestAfter()).isEqualTo(LocalDate.of(2026, 3, 21));
        assertThat(impact.criteria())
                .containsExactly(new Impact.Criterion(
                        "EXC-13",
                        Status.MET,
                        Status.NOT_MET,
                        null,
                        new Clears(Anchor.INFUSION, LocalDate.of(2026, 3, 21))));
    }

    @Test
    void whomItDoesNotConcernItLeavesAlone() {
        assertThat(impact("2026-01-31").isAny()).isFalse();
    }

    @Test
    void aRuleOfALaterVersionIsNotAskedBefore() {
        Map<String, String> files = new TreeMap<>(amended().files());
        files.computeIfPresent(
                STUDY + "infusion/EXC-13-jak-inhibitor-washout.drl",
                (path, text) -> text.replace(
                                "Asked( id == \"EXC-13\" )", "Asked( id == \"EXC-13\", !since( \"1.1\" ) )")
                        + text.substring(text.indexOf("rule \"EXC-13 unknown"), text.indexOf("rule \"EXC-13 met"))
                                .replace("perhaps inside", "of any day")
                                .replace("Asked( id == \"EXC-13\" )", "Asked( id == \"EXC-13\", since( \"1.1\" ) )"));
        try (Rulebook other = Rulebook.load(RuleFolder.of(files))) {
            Amendment amendment = Amendment.between(
                    other.version(TestRules.STUDY, "1.0").orElseThrow(),
                    other.version(TestRules.STUDY, "1.1").orElseThrow(),
                    other.folder());
            assertThat(amendment.rules()).hasSize(4);
            assertThat(amendment.rules())
                    .filteredOn(change -> change.before() == null)
                    .singleElement()
                    .satisfies(change -> assertThat(change.what()).contains("of any day"));
        }
    }

    private static Impact impact(String lastDose) {
        ObjectNode question = Baseline.question("INFUSION");
        question.withArray("facts")
                .addObject()
                .put("type", "drug")
                .put("name", "baricitinib")
                .put("start", "2025-06")
                .put("end", lastDose);
        Request request = Questions.read(question);
        return Impact.of(request.dossier(), request.cohort(), Questions.question(request), OLD, NEW);
    }
}

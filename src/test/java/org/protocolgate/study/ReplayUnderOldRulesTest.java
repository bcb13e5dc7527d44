package org.protocolgate.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.TestRules;
import org.protocolgate.testing.Database;

/** Rules are exchanged; what they decided is still looked into under them, because they are kept. */
@ParameterizedClass
@EnumSource(Database.class)
class ReplayUnderOldRulesTest {

    private static final String JAK = "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"route\": \"ORAL\","
            + " \"start\": \"2025-06\", \"end\": \"2026-02-20\"}]";

    @Parameter
    Database database;

    @TempDir
    Path rules;

    @Test
    void anOldDecisionComesOutEqualAfterTheRulesWereExchanged() throws Exception {
        for (Map.Entry<String, String> file : TestRules.files().files().entrySet()) {
            Path copy = rules.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        try (Study study = new Study(database, Map.of("protocol-gate.rules", rules.toString()))) {
            ObjectNode question = Baseline.question("INFUSION");
            String code = study.enrol(question.get("participant"));
            study.record(code, question.get("facts"));
            study.record(code, JAK);
            JsonNode before = study.decide(code, "INFUSION", "2026-03-10");
            assertThat(before.get("verdict").asText()).isEqualTo("PROCEED");

            lengthenTheWashout();
            study.get(ServedRules.class).reload();
            JsonNode after = study.decide(code, "INFUSION", "2026-03-10");
            assertThat(after.get("verdict").asText()).isEqualTo("HOLD");
            assertThat(after.get("ruleSet")).isNotEqualTo(before.get("ruleSet"));

            ReplayView replay = study.replay(before);
            assertThat(replay.differences()).isEmpty();
            assertThat(replay.equal()).isTrue();
            assertThat(replay.ruleSet()).isEqualTo(before.get("ruleSet").asText());
            assertThat(study.replay(after).equal()).isTrue();
        }
    }

    private void lengthenTheWashout() throws IOException {
        Path limits = rules.resolve("nct07339332/limits.yaml");
        String text = Files.readString(limits);
        Files.writeString(limits, text.replaceFirst("(?s)(EXC-13.washout:.*?\"1.0\": )14", "$128"));
    }
}

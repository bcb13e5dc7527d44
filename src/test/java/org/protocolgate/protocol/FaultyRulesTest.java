package org.protocolgate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.protocolgate.rulebook.TestRules;

/** A rule folder that is not whole is refused, and told with file, rule and sentence. */
class FaultyRulesTest {

    private static final String FILE = "nct07339332/infusion/EXC-13-jak-inhibitor-washout.drl";
    private static final String LIMITS = "nct07339332/limits.yaml";
    private static final String CHINESE = "nct07339332/texts_zh_CN.properties";

    @Test
    void aMisspeltFieldNamesFileAndRule() {
        assertThat(faults(FILE, text -> text.replaceFirst("surelyTaken\\(", "surelyTakn(")))
                .anySatisfy(fault -> assertThat(fault)
                        .contains(FILE, "EXC-13 not met - JAK inhibitor, surely inside the window", "surelyTakn"));
    }

    @Test
    void aMissingNumberNamesFileRuleAndNumber() {
        assertThat(faults(LIMITS, text -> text.replace("EXC-13.washout", "EXC-13.wash")))
                .anySatisfy(fault ->
                        assertThat(fault).contains(FILE, "EXC-13 not met", "limits.yaml has no EXC-13.washout"));
    }

    @Test
    void aMissingCitationIsNamed() {
        assertThat(faults(FILE, text -> text.replaceFirst("@cites\\(.*\\)\n", "")))
                .anySatisfy(fault -> assertThat(fault).contains(FILE, "EXC-13", "@cites is missing"));
        assertThat(faults(LIMITS, text -> text.replaceFirst("cites: Exclusion Criteria, item 13\n", "cites: \"\"\n")))
                .anySatisfy(fault ->
                        assertThat(fault).contains("limits.yaml", "EXC-13.washout", "the citation is missing"));
    }

    @Test
    void aMissingSentenceIsNamed() {
        assertThat(faults(CHINESE, text -> text.replaceFirst("(?m)^EXC-13.title.*\n", "")))
                .anySatisfy(fault -> assertThat(fault)
                        .contains(FILE, "EXC-13", "texts_zh_CN.properties has no sentence EXC-13.title"));
        assertThat(faults(
                        "nct07339332/texts_en.properties",
                        text -> text.replaceFirst("(?m)^todo.LDP-02.missing.*\n", "")))
                .anySatisfy(fault -> assertThat(fault).contains("LDP-02", "todo.LDP-02.missing"));
    }

    @Test
    void otherSlotsInChineseAreNamed() {
        assertThat(faults(CHINESE, text -> text.replaceFirst("(?m)^EXC-13.title.*\n", "EXC-13.title = {wash}\n")))
                .anySatisfy(fault -> assertThat(fault).contains("EXC-13.title", "other slots in Chinese"));
    }

    @Test
    void aSentenceWithANumberThatIsNotThereIsNamed() {
        assertThat(faults(FILE, text -> text.replaceFirst("in the \\{washout} before", "in the {wash} before")))
                .anySatisfy(fault -> assertThat(fault).contains("EXC-13.title", "limits.yaml lacks"));
    }

    @Test
    void aCriterionWithoutRulesAndRulesWithoutAGateAreNamed() {
        assertThat(faults("nct07339332/protocol.yaml", text -> text.replace("EXC-13", "EXC-99")))
                .anySatisfy(fault -> assertThat(fault).contains("EXC-99", "no rule that carries its @title"))
                .anySatisfy(fault -> assertThat(fault).contains(FILE, "EXC-13", "stands at no gate"));
    }

    @Test
    void aVersionThatSupersedesNothingKnownIsNamed() {
        assertThat(faults(
                        "nct07339332/protocol.yaml",
                        text -> text.replace("- version: \"1.0\"", "- { version: \"1.0\", supersedes: \"0.9\" }")))
                .anySatisfy(fault -> assertThat(fault).contains("protocol.yaml", "supersedes 0.9"));
    }

    @Test
    void aNumberOfAnUnknownVersionIsNamed() {
        assertThat(faults(
                        LIMITS,
                        text -> text.replaceFirst("value: \\{ \"1.0\": 18 }", "value: { \"1.0\": 18, \"7.0\": 20 }")))
                .anySatisfy(fault -> assertThat(fault).contains("limits.yaml", "INC-02.youngest", "no version 7.0"));
    }

    @Test
    void yamlThatIsNoneIsNamed() {
        assertThat(faults(LIMITS, text -> text + "\n  x: ["))
                .anySatisfy(fault -> assertThat(fault).contains("limits.yaml"));
        assertThat(faults(LIMITS, text -> text.replaceFirst("step: 1\n", "step: one\n")))
                .anySatisfy(fault -> assertThat(fault).contains("limits.yaml", "INC-02.youngest", "step"));
    }

    @Test
    void aMissingFileAndAnEmptyFolderAreNamed() {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        files.remove(LIMITS);
        assertThat(load(files)).anySatisfy(fault -> assertThat(fault).contains(LIMITS, "missing"));
        assertThat(load(Map.of())).anySatisfy(fault -> assertThat(fault).contains("no study"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        files.computeIfPresent(FILE, (path, text) -> text.replaceFirst("surelyTaken\\(", "surelyTakn("));
        files.computeIfPresent(LIMITS, (path, text) -> text.replace("EXC-12.washout", "EXC-12.wash"));
        assertThat(load(files))
                .anySatisfy(fault -> assertThat(fault).contains("surelyTakn"))
                .anySatisfy(fault -> assertThat(fault).contains("EXC-12.washout"));
    }

    @Test
    void theDigestChangesWithWhatDecidesAndWithNothingElse() {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        String digest = RuleFolder.of(files).digest("nct07339332");
        files.computeIfPresent("nct07339332/baseline.yaml", (path, text) -> text + "#");
        files.put("README.md", "other");
        assertThat(RuleFolder.of(files).digest("nct07339332")).isEqualTo(digest);
        files.computeIfPresent(LIMITS, (path, text) -> text + "#");
        assertThat(RuleFolder.of(files).digest("nct07339332")).isNotEqualTo(digest);
    }

    private static List<String> faults(String path, UnaryOperator<String> change) {
        Map<String, String> files = new TreeMap<>(TestRules.files().files());
        String before = files.get(path);
        files.computeIfPresent(path, (p, text) -> change.apply(text));
        assertThat(files.get(path)).as("the change changed nothing").isNotEqualTo(before);
        return load(files);
    }

    private static List<String> load(Map<String, String> files) {
        FaultyRulesException faulty =
                catchThrowableOfType(FaultyRulesException.class, () -> Rulebook.load(RuleFolder.of(files)));
        assertThat(faulty).as("the folder was taken").isNotNull();
        return faulty.faults();
    }
}

package org.protocolgate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.rulebook.TestRules;

/** A section on dose levels that is not whole is refused, and told with file and sentence; a study without one is served. */
class FaultyDosingTest {

    private static final String STUDY = "nct07339332";
    private static final String PROTOCOL = STUDY + "/protocol.yaml";
    private static final String LIMITS = STUDY + "/limits.yaml";

    private final Map<String, String> files = new TreeMap<>(TestRules.files().files());

    @Test
    void theFolderAsItIsHasNoFault() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOSE-01.middle, | DOSE-01.midle, | levels: limits.yaml has no number named DOSE-01.midle",
                "dlt: FUP-04.dlt | dlt: FUP-04.dtl | no length of time in days or longer named FUP-04.dtl",
                "dlt: FUP-04.dlt | dlt: DOSE-01.lowest | no length of time in days or longer named DOSE-01.lowest",
                "dlt: FUP-04.dlt | dlt: LDP-02.window | no length of time in days or longer named LDP-02.window",
                "observation: SENT-01.observation | observation: SENT-01.seen | days or longer named SENT-01.seen",
                "observation: SENT-01.observation | observation: DOSE-03.expansion | days or longer named DOSE-03.expansion",
                "asks: [DOSE-02, | asks: [DOSE-22, | there is no criterion DOSE-22",
                "sentinel: SENT-01 | sentinel: SENT-02 | there is no criterion SENT-02",
                "sentinel: SENT-01 | sentinel: FUP-04 | sentinel: FUP-04 is not among the criteria that it asks",
                "asks: [DOSE-02, DOSE-03, SENT-01] | asks: [] | sentinel: SENT-01 is not among the criteria that it asks"
            })
    void whatIsNotThereIsNamed(String text, String instead, String fault) {
        change(PROTOCOL, text, instead);
        assertThat(faults())
                .anySatisfy(told ->
                        assertThat(told).startsWith(PROTOCOL + ": dosing: ").endsWith(fault));
    }

    @Test
    void noLevelIsOneTooFew() {
        change(PROTOCOL, "levels: [DOSE-01.lowest, DOSE-01.middle, DOSE-01.highest]", "levels: []");
        assertThat(faults()).containsExactly(PROTOCOL + ": dosing: levels: at least one level is needed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  dlt: FUP-04.dlt |  | dosing: dlt: text is expected",
                "  sentinel: SENT-01 |  | dosing: sentinel: text is expected",
                "  asks: [DOSE-02, DOSE-03, SENT-01] | asks: SENT-01 | dosing: asks: a list is expected"
            })
    void aSectionOfAnotherShapeIsRefused(String text, String instead, String fault) {
        change(PROTOCOL, text, instead == null ? "" : instead);
        assertThatThrownBy(this::faults)
                .isInstanceOfSatisfying(
                        FaultyRulesException.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .asString()
                                .endsWith(fault));
    }

    @Test
    void aSectionThatIsNoMappingIsRefused() {
        files.computeIfPresent(
                PROTOCOL, (path, text) -> text.substring(0, text.indexOf("\ndosing:") + 1) + "dosing:\n");
        assertThatThrownBy(this::faults).hasMessageContaining(PROTOCOL + ": dosing: a mapping is expected");
    }

    @Test
    void levelsThatDoNotAscendAreNamed() {
        change(PROTOCOL, "[DOSE-01.lowest, DOSE-01.middle,", "[DOSE-01.middle, DOSE-01.lowest,");
        assertThat(faults()).containsExactly(disorder("DOSE-01.lowest", "1.0"));
    }

    @Test
    void aLevelNamedTwiceDoesNotAscend() {
        change(PROTOCOL, "DOSE-01.middle, DOSE-01.highest]", "DOSE-01.middle, DOSE-01.middle]");
        assertThat(faults()).containsExactly(disorder("DOSE-01.middle", "1.0"));
    }

    @ParameterizedTest
    @CsvSource({"7.0e8,DOSE-01.highest", "6.0e8,DOSE-01.highest", "3.0e8,DOSE-01.middle", "2.0e8,DOSE-01.middle"})
    void levelsThatAscendNoMoreInAnAmendedVersionAreNamed(String middle, String key) {
        amend("DOSE-01.middle", "4.5e8", "\"1.0\": 4.5e8, \"1.1\": " + middle);
        assertThat(faults()).containsExactly(disorder(key, "1.1"));
    }

    @Test
    void levelsThatStillAscendInAnAmendedVersionAreTaken() {
        amend("DOSE-01.middle", "4.5e8", "\"1.0\": 4.5e8, \"1.1\": 5.0e8");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aNumberThatOnlyTheAmendedVersionHasIsMissingInTheFirst() {
        amend("DOSE-01.middle", "4.5e8", "\"1.1\": 4.5e8");
        assertThat(faults()).containsExactly(disorder("DOSE-01.middle", "1.0"));
        files.putAll(TestRules.files().files());
        amend("FUP-04.dlt", "28", "\"1.1\": 28");
        assertThat(faults()).containsExactly(PROTOCOL + ": dosing: FUP-04.dlt is missing in version 1.0");
    }

    /** What is told of one file stops the start: the whole folder is refused. */
    @Test
    void aFaultRefusesTheFolder() {
        change(PROTOCOL, "dlt: FUP-04.dlt", "dlt: FUP-04.dtl");
        assertThatThrownBy(() -> Rulebook.load(RuleFolder.of(files)))
                .isInstanceOfSatisfying(
                        FaultyRulesException.class,
                        faulty -> assertThat(faulty.faults())
                                .containsExactly(
                                        PROTOCOL
                                                + ": dosing: limits.yaml has no length of time in days or longer named FUP-04.dtl"));
    }

    @Test
    void aStudyWithoutTheSectionHasNoDoseLevelsAndIsServed() {
        files.computeIfPresent(PROTOCOL, (path, text) -> text.substring(0, text.indexOf("\ndosing:") + 1));
        try (Rulebook without = Rulebook.load(RuleFolder.of(files))) {
            ProtocolVersion version = without.newest(TestRules.STUDY).orElseThrow();
            assertThat(version.dosing()).isNull();
            assertThat(version.criteria()).isEqualTo(TestRules.newest().criteria());
        }
        assertThat(TestRules.newest().dosing()).isNotNull();
    }

    private void amend(String key, String value, String values) {
        change(
                PROTOCOL,
                "  - version: \"1.0\"\n",
                "  - version: \"1.0\"\n  - { version: \"1.1\", supersedes: \"1.0\" }\n");
        String before = files.get(LIMITS);
        files.put(
                LIMITS,
                before.replaceFirst("(?s)(" + key + ":.*?value: \\{ )\"1.0\": " + value + " }", "$1" + values + " }"));
        assertThat(files.get(LIMITS)).as("the change changed nothing").isNotEqualTo(before);
    }

    private void change(String path, String text, String instead) {
        assertThat(files.get(path)).contains(text);
        files.computeIfPresent(path, (p, before) -> before.replace(text, instead));
    }

    private static String disorder(String key, String version) {
        return PROTOCOL + ": dosing: levels: " + key + " of version " + version
                + " is missing, or not above the level before it";
    }

    private List<String> faults() {
        return new StudyFolder(RuleFolder.of(files), STUDY).faults();
    }
}

package org.protocolgate.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.nodes.Node;

/** What an example gives is shown as it is written, in one style. */
class FlowTextTest {

    @Test
    void blocksBecomeFlowAndScalarsStayAsWritten() {
        assertThat(given("""
                drug:
                  name: prednisone
                  end: 2026-02
                  dailyDose: { value: 7.50, unit: mg }
                without: [reviews,   iud]
                """)).isEqualTo("""
                drug: { name: prednisone, end: 2026-02, dailyDose: { value: 7.50, unit: mg } }
                without: [reviews, iud]""");
    }

    @Test
    void quotedTextStaysQuoted() {
        assertThat(given("dose: { level: '3.0e8', note: \"a \\\"b\\\" \\\\ c\" }"))
                .isEqualTo("dose: { level: \"3.0e8\", note: \"a \\\"b\\\" \\\\ c\" }");
    }

    @Test
    void anAnchorIsReplacedByWhatItStandsFor() {
        assertThat(given("cohort: { members: &one [{ participant: CT-101 }], again: *one }"))
                .isEqualTo("cohort: { members: [{ participant: CT-101 }], again: [{ participant: CT-101 }] }");
    }

    @Test
    void aLongListHasALineForEachItem() {
        String item = "{ participant: CT-101, level: \"3.0e8\", cohort: A, phase: EXPANSION }";
        assertThat(given("cohort: { level: none, members: [" + item + ", " + item + "] }"))
                .isEqualTo("cohort: {\n  level: none,\n  members: [\n    " + item + ",\n    " + item + "\n  ]\n}");
    }

    @Test
    void nothingGivenIsEmpty() {
        assertThat(given("{}")).isEmpty();
    }

    private static String given(String yaml) {
        String file = "- name: one\n  given:\n" + yaml.indent(4);
        Node given = CasesFile.read("one.cases.yaml", file).get(0).node("given");
        assertThat(given).isNotNull();
        return FlowText.of(given);
    }
}

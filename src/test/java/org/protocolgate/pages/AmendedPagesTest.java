package org.protocolgate.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.Texts;
import org.protocolgate.rulebook.TestRules;

/** Pages of two versions side by side, of texts that look like markup, and of a criterion without examples. */
class AmendedPagesTest {

    private static final String STUDY = "nct07339332/";
    private static final String WASHOUT = STUDY + "infusion/EXC-13-jak-inhibitor-washout";
    private static final String MARKUP = "<script>alert(\"it's & done\")</script>";

    private static Rulebook rulebook;

    @BeforeAll
    static void amend() {
        Map<String, String> files = TestRules.files().files();
        files.computeIfPresent(
                STUDY + "protocol.yaml",
                (path, text) -> text.replace(
                        "  - version: \"1.0\"\n",
                        "  - version: \"1.0\"\n  - { version: \"1.1 b\", supersedes: \"1.0\" }\n"));
        files.computeIfPresent(
                STUDY + "limits.yaml",
                (path, text) -> text.replaceFirst("(?s)(EXC-13.washout:.*?value: \\{ \"1.0\": 14)", "$1, \"1.1 b\": 28")
                        + "EXC-13.added:\n  unit: \"hours\"\n  step: 1\n  cites: Detailed Description\n"
                        + "  value: { \"1.1 b\": 6 }\n");
        files.computeIfPresent(
                STUDY + "texts_zh_CN.properties",
                (path, text) -> text.replaceFirst("(?m)^EXC-13.title = ", "$0" + MARKUP + " "));
        files.put(WASHOUT + ".cases.yaml", "- { name: '" + MARKUP.replace("'", "''") + "', given: {}, then: MET }\n");
        files.keySet().removeIf(path -> path.endsWith(".cases.yaml") && path.contains("EXC-12"));
        rulebook = Rulebook.load(RuleFolder.of(files));
    }

    @AfterAll
    static void release() {
        rulebook.close();
    }

    @Test
    void eachVersionStandsWithItsOwnNumbersBesideTheOther() {
        assertThat(page("1.0", "EXC-13", Locale.ENGLISH))
                .contains("No JAK inhibitor in the 14 days before infusion")
                .contains(">14 days</td>", ">28 days</td>", ">–</td>", ">6 hours</td>")
                .contains("href=\"../../1.1%20b/en/EXC-13.html\"");
        assertThat(page("1.1 b", "EXC-13", Locale.ENGLISH))
                .contains("No JAK inhibitor in the 28 days before infusion")
                .contains("href=\"../../1.0/en/EXC-13.html\"");
    }

    @Test
    void markupInTheRulesIsOnlyText() {
        assertThat(page("1.0", "EXC-13", Texts.CHINESE))
                .doesNotContain("<script", "alert(\"")
                .contains("<title>EXC-13 " + Escaped.text(MARKUP))
                .contains(">" + Escaped.text(MARKUP) + "</th>");
        assertThat(page("1.0", "index", Texts.CHINESE))
                .doesNotContain("<script")
                .contains(Escaped.text(MARKUP));
    }

    @Test
    void aCriterionWithoutExamplesSaysSo() {
        assertThat(page("1.0", "EXC-12", Locale.ENGLISH)).contains("No examples yet.");
    }

    private static String page(String version, String name, Locale language) {
        return RulePages.of(rulebook)
                .page(TestRules.STUDY, version, name, language)
                .orElseThrow();
    }
}

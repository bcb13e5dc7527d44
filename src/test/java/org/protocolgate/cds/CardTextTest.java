package org.protocolgate.cds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.protocolgate.protocol.Texts;

/** What is written on cards is short, whole, and says nothing but itself. */
class CardTextTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "a",
                "word",
                " ",
                "\n",
                "\t",
                "EXC-13,",
                "受试者",
                "。",
                "😀",
                "👩‍⚕️",
                "é",
                "e\u0301",
                "x".repeat(150),
                "𠮷".repeat(80));
        return words.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    @Property
    void aSummaryIsShorterThan140AndCutsNoCharacter(@ForAll("texts") String text) {
        String summary = Summary.of(text);
        assertThat(summary.length()).isLessThan(140);
        assertThat(new String(summary.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .as("no half of a character is left")
                .isEqualTo(summary);
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.length() < 140) {
            assertThat(summary).isEqualTo(line);
        } else {
            assertThat(line).startsWith(summary.substring(0, summary.length() - 1));
            assertThat(summary).endsWith("…");
            assertThat(line.charAt(summary.length() - 1)).isNotEqualTo('\u0301');
        }
    }

    @Example
    void aSummaryIsCutBetweenWords() {
        assertThat(Summary.of("word ".repeat(40))).isEqualTo("word ".repeat(27).strip() + "…");
    }

    @Example
    void textIsNoMarkdownAndNoHtml() {
        assertThat(Markdown.escaped("<img src=x onerror=y> [a](https://evil) **b**\n# c | `d` & www.evil.org a@b"))
                .isEqualTo(
                        "&lt;img src=x onerror=y&gt; \\[a\\]\\(https&#58;//evil\\) \\*\\*b\\*\\* \\# c \\| \\`d\\` &amp;"
                                + " www&#46;evil.org a&#64;b");
    }

    @Property
    void nothingThatIsWrittenMakesATag(@ForAll String text) {
        assertThat(Markdown.escaped(text)).doesNotContain("<", ">", "\n", "\r");
    }

    @Example
    void theSentencesAreThereInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("i18n.cds", Locale.ENGLISH);
        ResourceBundle chinese = ResourceBundle.getBundle("i18n.cds", Texts.CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.keySet()
                .forEach(key -> assertThat(Texts.slots(chinese.getString(key)))
                        .as(key)
                        .isEqualTo(Texts.slots(english.getString(key))));
    }
}

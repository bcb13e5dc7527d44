package org.protocolgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.Texts;

/** What is wrong with what was sent is said in Chinese where that is asked for. */
class FaultWordsTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("i18n.faults", Locale.ENGLISH);
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("i18n.faults", Texts.CHINESE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** A call that notes a fault, up to its end. */
    private static final Pattern NOTED = Pattern.compile("(?:\\bfault\\(|faults\\.add\\()((?:[^;\"]|\"[^\"]*\")*);");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(key -> assertThat(places(CHINESE.getString(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(places(ENGLISH.getString(key))));
    }

    @Test
    void everySentenceIsFoundWithWhatFillsItIn() {
        for (String key : ENGLISH.keySet()) {
            String said = ENGLISH.getString(key).replace("{0}", "A 7").replace("{1}", "B 8");
            String expected = CHINESE.getString(key).replace("{0}", "A 7").replace("{1}", "B 8");
            assertThat(FaultWords.find(said, Texts.CHINESE)).as(said).hasValue(expected);
            assertThat(FaultWords.say(said, Locale.ENGLISH)).isEqualTo(said);
        }
        assertThat(FaultWords.find("something else", Texts.CHINESE)).isEmpty();
    }

    /** Looks at the code: who notes a fault in other words has to give the Chinese ones too. */
    @Test
    void everyFaultThatIsNotedInAFormIsKnown() throws IOException {
        List<String> noted = noted(Path.of("src/main/java/org/protocolgate/intake"));
        assertThat(noted).hasSizeGreaterThan(20);
        assertThat(noted)
                .allSatisfy(said -> assertThat(FaultWords.find(said, Texts.CHINESE))
                        .as(said)
                        .isPresent());
    }

    private static List<String> noted(Path folder) throws IOException {
        List<String> noted = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher call = NOTED.matcher(Files.readString(file));
                while (call.find()) {
                    String said = said(call.group(1));
                    if (said.contains(" ")) {
                        noted.add(said);
                    }
                }
            }
        }
        return noted;
    }

    /** The sentence, with a 7 for what is filled in; empty where it is none that is written there. */
    private static String said(String arguments) {
        Matcher literal = LITERAL.matcher(arguments);
        StringBuilder said = new StringBuilder();
        int end = -1;
        while (literal.find()) {
            boolean sentence = literal.group(1).contains(" ");
            if (sentence
                    && end >= 0
                    && !arguments.substring(end, literal.start()).matches("\\s*\\+\\s*")) {
                said.append('7');
            }
            if (sentence) {
                said.append(literal.group(1).replace("\\\"", "\""));
                end = literal.end();
            }
        }
        boolean goesOn = end >= 0 && arguments.substring(end).contains("+");
        return said + (goesOn ? "7" : "");
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(result -> result.group()).toList();
    }
}

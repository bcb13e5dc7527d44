package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.protocolgate.audit.Action;
import org.protocolgate.protocol.Texts;

/** The words of the pages for review are the same in both languages, stand in no other bundle, and are used. */
class AuditTextsTest {

    private static final ResourceBundle ENGLISH = ScreenTexts.bundle("audit", Locale.ENGLISH);
    private static final ResourceBundle CHINESE = ScreenTexts.bundle("audit", Texts.CHINESE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Keys whose last part is a name of the interface or of a field. */
    private static final List<String> FAMILIES =
            List.of("word.", "action.", "audit.field.", "deviation.", "sweep.", "washout.", "drug.");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(key -> assertThat(places(CHINESE.getString(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(places(ENGLISH.getString(key))));
    }

    @Test
    void noKeyHasTwoTexts() {
        assertThat(ENGLISH.keySet())
                .doesNotContainAnyElementsOf(ScreenTexts.bundle(Locale.ENGLISH).keySet());
    }

    @Test
    void noTextSwallowsAPlaceByAnApostrophe() {
        assertThat(Stream.of(ENGLISH, CHINESE)
                        .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString)))
                .noneMatch(text -> text.contains("'"));
    }

    @Test
    void everyActionHasAWord() {
        assertThat(ENGLISH.keySet().stream().filter(key -> key.startsWith("action.")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Action.values())
                        .map(action -> "action." + action)
                        .toList());
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String all =
                texts("src/main/resources/screens", ".html") + texts("src/main/java/org/protocolgate/screen", ".java");
        assertThat(ENGLISH.keySet().stream().filter(key -> FAMILIES.stream().noneMatch(key::startsWith)))
                .allMatch(key -> all.contains("#{" + key + "}")
                        || all.contains("#{" + key + "(")
                        || all.contains("\"" + key + "\""));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String texts(String folder, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}

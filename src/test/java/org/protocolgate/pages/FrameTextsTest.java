package org.protocolgate.pages;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Texts;

/** The words around the rules are the same in both languages, and each of them is used. */
class FrameTextsTest {

    private static final ResourceBundle ENGLISH = FrameTexts.bundle(Locale.ENGLISH);
    private static final ResourceBundle CHINESE = FrameTexts.bundle(Texts.CHINESE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(key -> assertThat(places(CHINESE.getString(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(places(ENGLISH.getString(key))));
    }

    @Test
    void noTextSwallowsAPlaceByAnApostrophe() {
        assertThat(Stream.of(ENGLISH, CHINESE)
                        .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString)))
                .noneMatch(text -> text.contains("'"));
    }

    @Test
    void everyDayThatCanBeMovedHasWords() {
        assertThat(Arrays.stream(Anchor.values()).map(anchor -> "clears." + anchor))
                .allMatch(ENGLISH::containsKey);
        assertThat(ENGLISH.containsKey("clears." + Criterion.GATE_DAY)).isTrue();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String all = texts(Path.of("src/main/resources/pages"), ".html")
                + texts(Path.of("src/main/java/org/protocolgate/pages"), ".java");
        assertThat(ENGLISH.keySet().stream().filter(key -> !key.matches("clears[.].*|password[.][A-Z_]+")))
                .allMatch(key -> all.contains("#{" + key + "}")
                        || all.contains("#{" + key + "(")
                        || all.contains("\"" + key + "\""));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String texts(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(FrameTextsTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

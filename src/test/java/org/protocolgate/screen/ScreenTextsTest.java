package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.Texts;

/** The words of the pages are the same in both languages, and each of them is used. */
class ScreenTextsTest {

    private static final ResourceBundle ENGLISH = ScreenTexts.bundle(Locale.ENGLISH);
    private static final ResourceBundle CHINESE = ScreenTexts.bundle(Texts.CHINESE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Keys whose last part is a name of the interface. */
    private static final List<String> FAMILIES = List.of("word.", "cause.", "fault.", "field.", "type.", "why.");

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
    void everyTextIsUsed() {
        String all = texts(Path.of("src/main/resources/screens"), ".html")
                + texts(Path.of("src/main/java/org/protocolgate/screen"), ".java");
        assertThat(ENGLISH.keySet().stream().filter(key -> FAMILIES.stream().noneMatch(key::startsWith)))
                .allMatch(key -> all.contains("#{" + key + "}")
                        || all.contains("#{" + key + "(")
                        || all.contains("\"" + key + "\""));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String texts(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(ScreenTextsTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

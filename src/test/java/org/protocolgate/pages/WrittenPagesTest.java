package org.protocolgate.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.rulebook.TestRules;

/** The pages as a folder of files, which a browser reads without a server. */
class WrittenPagesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action|srcset|data)=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        RulePages.of(TestRules.rulebook()).write(folder);
    }

    @Test
    void everyCriterionAnIndexAndWhatIsSharedAreWrittenInBothLanguages() throws IOException {
        assertThat(folder.resolve("index.html")).exists();
        assertThat(folder.resolve("style.css")).exists();
        for (ProtocolVersion version : TestRules.rulebook().versions()) {
            for (String language : List.of("en", "zh-CN")) {
                try (Stream<Path> pages =
                        Files.list(folder.resolve(version.study() + "/" + version.version() + "/" + language))) {
                    assertThat(pages.map(page -> page.getFileName().toString()))
                            .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                            Stream.of("index", "shared"),
                                            version.criteria().stream().map(criterion -> criterion.id()))
                                    .map(name -> name + ".html")
                                    .toList());
                }
            }
        }
    }

    @Test
    void everyLinkLeadsToAPageAndAPlaceOnIt() throws IOException {
        for (Path page : pages()) {
            for (String link : links(page)) {
                URI target = page.toUri().resolve(link);
                Path file = Path.of(URI.create(target.toString().replaceAll("#.*", "")));
                assertThat(file).as(page + " -> " + link).exists();
                assertThat(file).as(page + " -> " + link).startsWith(folder);
                if (target.getFragment() != null) {
                    assertThat(Files.readString(file))
                            .as(page + " -> " + link)
                            .containsOnlyOnce(" id=\"" + target.getFragment() + "\"");
                }
            }
        }
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingRuns() throws IOException {
        for (Path page : pages()) {
            assertThat(links(page)).as(page.toString()).noneMatch(link -> link.matches("[a-zA-Z]+:.*|/.*"));
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .startsWith("<!DOCTYPE html>")
                    .doesNotContain("<script", "style=\"", "<style", " onclick", "<img", "<iframe", "th:");
        }
        assertThat(Files.readString(folder.resolve("style.css"))).doesNotContain("http", "url(", "@import");
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}

package org.protocolgate.pages;

import java.util.List;
import java.util.Locale;
import org.protocolgate.protocol.Rulebook;

/** The studies and versions of a rulebook, listed once in each language. */
record TopPage(List<Section> sections) {

    record Section(String language, String heading, List<Entry> entries) {}

    record Entry(String study, String version, String name) {}

    static TopPage of(Rulebook rulebook) {
        return new TopPage(RulePages.LANGUAGES.stream()
                .map(language -> section(rulebook, language))
                .toList());
    }

    private static Section section(Rulebook rulebook, Locale language) {
        return new Section(
                language.toLanguageTag(),
                FrameTexts.say(language, "top.heading"),
                rulebook.versions().stream()
                        .map(version -> new Entry(
                                version.study(),
                                version.version(),
                                FrameTexts.say(language, "protocol", version.study(), version.version())))
                        .toList());
    }
}

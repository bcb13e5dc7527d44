package org.protocolgate.pages;

import java.util.List;
import java.util.Locale;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * What stands around the content of every page.
 *
 * @param name the page's own name, by which it is found in the other languages and versions
 * @param versions the other versions of the study
 */
record Frame(
        String name,
        String study,
        String version,
        String ruleSet,
        String language,
        List<Language> others,
        List<String> versions) {

    /** A language as its speakers name it. */
    record Language(String tag, String name) {

        static Language of(Locale language) {
            return new Language(language.toLanguageTag(), FrameTexts.say(language, "language"));
        }
    }

    static Frame of(Edition edition, String page) {
        ProtocolVersion version = edition.version();
        return new Frame(
                page,
                version.study(),
                version.version(),
                version.ruleSet(),
                edition.language().toLanguageTag(),
                RulePages.LANGUAGES.stream()
                        .filter(language -> !language.equals(edition.language()))
                        .map(Language::of)
                        .toList(),
                edition.versions().stream()
                        .map(ProtocolVersion::version)
                        .filter(other -> !other.equals(version.version()))
                        .toList());
    }
}

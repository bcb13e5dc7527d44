package org.protocolgate.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;

/** One version of a protocol as told in one language: the pages that stand side by side in one folder. */
record Edition(Rulebook rulebook, ProtocolVersion version, Locale language) {

    /** The names of all its pages. */
    List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(RulePages.INDEX, RulePages.SHARED));
        version.criteria().forEach(criterion -> pages.add(criterion.id()));
        return pages;
    }

    /** Where a page lies below the top page. */
    String place(String page) {
        return version.study() + "/" + version.version() + "/" + language.toLanguageTag() + "/" + page + ".html";
    }

    String render(String template, Object content, String page) {
        return Templates.render(template, language, Map.of("page", content, "frame", Frame.of(this, page)));
    }

    /** All versions of the study, the oldest first. */
    List<ProtocolVersion> versions() {
        return rulebook.versions().stream()
                .filter(other -> other.study().equals(version.study()))
                .toList();
    }

    /** The word of a name that the interface uses, such as a gate's or a status's. */
    String word(String name) {
        String word = version.texts().find(name, language);
        return word == null ? name : word;
    }

    String title(Criterion criterion) {
        return version.title(criterion, language);
    }

    /** A file of the rule folder, or null where there is none. */
    @Nullable
    String file(String path) {
        return rulebook.folder().files().get(path);
    }
}

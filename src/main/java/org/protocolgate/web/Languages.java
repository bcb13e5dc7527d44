package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.protocolgate.protocol.Texts;

/** The language of an answer: the first of those asked for that is spoken here, else English. */
final class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Texts.CHINESE);

    private Languages() {}

    static Locale of(HttpRequest<?> request) {
        String header = request.getHeaders().get("Accept-Language");
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .flatMap(range -> SPOKEN.stream().filter(spoken -> speaks(spoken, range)))
                    .findFirst()
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    private static boolean speaks(Locale spoken, Locale.LanguageRange range) {
        String language = range.getRange();
        return range.getWeight() > 0
                && (language.equals(spoken.getLanguage()) || language.startsWith(spoken.getLanguage() + "-"));
    }
}

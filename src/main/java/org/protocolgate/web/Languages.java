package org.protocolgate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.List;
import java.util.Locale;
import org.protocolgate.protocol.Texts;

/** The language of an answer: the one that a browser was set to, else the first of those asked for that is spoken here, else English. */
final class Languages {

    /** Keeps the setting. */
    static final String COOKIE = "protocol-gate-language";

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Texts.CHINESE);

    private Languages() {}

    static Locale of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .filter(tags()::contains)
                .map(Languages::spoken)
                .orElseGet(() -> asked(request));
    }

    /** The language of a tag, or English where it is not spoken here. */
    static Locale spoken(String tag) {
        return SPOKEN.stream()
                .filter(spoken -> spoken.toLanguageTag().equals(tag))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The tags of those that are spoken. */
    static List<String> tags() {
        return SPOKEN.stream().map(Locale::toLanguageTag).toList();
    }

    private static Locale asked(HttpRequest<?> request) {
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

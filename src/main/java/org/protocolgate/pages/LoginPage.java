package org.protocolgate.pages;

import java.util.Locale;
import java.util.Map;

/**
 * The page to log in at.
 *
 * @param token for the hidden field that tells our form from others'
 * @param to the page to go on to
 */
public record LoginPage(String token, String to, Said said) {

    /** What the page answers to an attempt. */
    public enum Said {
        NOTHING,
        REFUSED
    }

    /** The page in HTML. */
    public String in(Locale language) {
        return Templates.render("login", language, Map.of("page", this, "language", language.toLanguageTag()));
    }
}

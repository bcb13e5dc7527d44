package org.protocolgate.pages;

import java.util.Locale;
import java.util.Map;

/**
 * The page to change one's own password at.
 *
 * @param token for the hidden field that tells our form from others'
 * @param user whose password it is
 * @param first whether the present one was given for one login
 */
public record PasswordPage(String token, String user, boolean first, Said said) {

    /** What the page answers to an attempt. */
    public enum Said {
        NOTHING,
        WRONG,
        NOT_THE_SAME,
        LENGTH,
        SAME_AS_NAME,
        SAME_AS_OLD,
        CHANGED,
        /** Who logged in with an issuer has the password there. */
        ELSEWHERE
    }

    /** Whether an attempt failed. */
    public boolean isRefused() {
        return said.compareTo(Said.NOTHING) > 0 && said.compareTo(Said.CHANGED) < 0;
    }

    /** Whether there is something to type. */
    public boolean isOpen() {
        return said.compareTo(Said.CHANGED) < 0;
    }

    /** The page in HTML. */
    public String in(Locale language) {
        return Templates.render("password", language, Map.of("page", this, "language", language.toLanguageTag()));
    }
}

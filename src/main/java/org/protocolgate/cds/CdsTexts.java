package org.protocolgate.cds;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.protocolgate.protocol.Texts;

/** The sentences of cards in one language. */
record CdsTexts(Locale language) {

    /** The machine's own language never stands in for the one asked for. */
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The sentence of a key with its slots filled. */
    String say(String key, Map<String, String> slots) {
        return Texts.fill(
                ResourceBundle.getBundle("i18n.cds", language, NO_OTHER).getString(key), slots);
    }

    String say(String key) {
        return say(key, Map.of());
    }
}

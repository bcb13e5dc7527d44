package org.protocolgate.deviation;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import org.protocolgate.protocol.Texts;

/** What is told of a deviation where no criterion tells it, in each language that is spoken. */
final class Sentences {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Texts.CHINESE);

    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Sentences() {}

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("deviation.sentences", language, NO_OTHER);
    }

    /**
     * A sentence by the tag of its language.
     *
     * @param places what fills its places, in a language
     */
    static Map<String, String> say(String key, Function<String, List<String>> places) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Locale language : LANGUAGES) {
            String tag = language.toLanguageTag();
            Object[] filled = places.apply(tag).toArray();
            said.put(tag, new MessageFormat(bundle(language).getString(key), language).format(filled));
        }
        return said;
    }

    static Map<String, String> say(String key) {
        return say(key, language -> List.of());
    }
}

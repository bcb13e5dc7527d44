package org.protocolgate.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with what was sent, in other languages. The code says it in English; the sentence is looked up among the known
 * ones, and what filled it in fills in the other one. A sentence that is not known stays as it is.
 */
public final class FaultWords {

    private static final String BUNDLE = "i18n.faults";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final List<Known> ENGLISH = read();

    private FaultWords() {}

    /** A sentence, by its key. */
    private record Known(String key, Pattern pattern) {}

    private static List<Known> read() {
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, NO_OTHER);
        return english.keySet().stream()
                .sorted(Comparator.comparing(
                                (String key) -> english.getString(key).length())
                        .reversed())
                .map(key -> new Known(key, pattern(english.getString(key))))
                .toList();
    }

    private static Pattern pattern(String sentence) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        Matcher place = PLACE.matcher(sentence);
        while (place.find()) {
            pattern.append(Pattern.quote(sentence.substring(from, place.start())))
                    .append("(.*)");
            from = place.end();
        }
        return Pattern.compile(pattern + Pattern.quote(sentence.substring(from)), Pattern.DOTALL);
    }

    /** The sentence in a language that is not English; empty where it is not known. */
    public static Optional<String> find(String english, Locale language) {
        if (language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return Optional.empty();
        }
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language, NO_OTHER);
        for (Known known : ENGLISH) {
            Matcher said = known.pattern().matcher(english);
            if (said.matches()) {
                String other = bundle.getString(known.key());
                return Optional.of(PLACE.matcher(other)
                        .replaceAll(
                                place -> Matcher.quoteReplacement(said.group(1 + Integer.parseInt(place.group(1))))));
            }
        }
        return Optional.empty();
    }

    /** The sentence in a language, or in English where there is no other. */
    public static String say(String english, Locale language) {
        return find(english, language).orElse(english);
    }

    /** The same faults, in a language. */
    public static List<Violation> say(List<Violation> faults, Locale language) {
        return faults.stream()
                .map(fault -> new Violation(fault.pointer(), say(fault.message(), language)))
                .toList();
    }
}

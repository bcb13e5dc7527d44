package org.protocolgate.protocol;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences by key and language, with {@code {slots}} to be filled. */
public final class Texts {

    /** Simplified Chinese; every other language is answered in English. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z0-9.-]+)}");

    private final Map<String, String> english;
    private final Map<String, String> chinese;

    Texts(Map<String, String> english, Map<String, String> chinese) {
        this.english = Map.copyOf(english);
        this.chinese = Map.copyOf(chinese);
    }

    /** The sentence of a key, slots left open, or null where there is none in the language. */
    public @Nullable String find(String key, Locale language) {
        return bundle(language).get(key);
    }

    /** The sentence of a key with its slots filled; a slot without a value keeps its braces, so that the gap is seen. */
    public String say(String key, Map<String, String> slots, Locale language) {
        String sentence = find(key, language);
        return sentence == null ? key : fill(sentence, slots);
    }

    /** Fills the slots of a sentence. */
    public static String fill(String sentence, Map<String, String> slots) {
        Matcher matcher = SLOT.matcher(sentence);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = slots.getOrDefault(matcher.group(1), matcher.group());
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    /** The names of the slots in a sentence. */
    public static Set<String> slots(String sentence) {
        Set<String> slots = new TreeSet<>();
        Matcher matcher = SLOT.matcher(sentence);
        while (matcher.find()) {
            slots.add(matcher.group(1));
        }
        return slots;
    }

    /** All keys of a language. */
    public Set<String> keys(Locale language) {
        return bundle(language).keySet();
    }

    /** These texts with English sentences that stand in the rule files added. */
    Texts withEnglish(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(english);
        all.putAll(more);
        return new Texts(all, chinese);
    }

    private Map<String, String> bundle(Locale language) {
        return language.getLanguage().equals(CHINESE.getLanguage()) ? chinese : english;
    }
}

package org.protocolgate.telling;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.protocolgate.protocol.Texts;

/**
 * A sentence with {@code {slots}}. Of what stands in brackets, {@code [ on {day}| on some day]}, the first alternative is told of
 * which all slots have a value; where none has, nothing is.
 */
record Template(String text) {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    String filled(Map<String, String> slots) {
        Matcher matcher = OPTIONAL.matcher(text);
        StringBuilder chosen = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(chosen, Matcher.quoteReplacement(alternative(matcher.group(1), slots.keySet())));
        }
        return Texts.fill(matcher.appendTail(chosen).toString(), slots);
    }

    private static String alternative(String alternatives, Set<String> known) {
        for (String alternative : alternatives.split("\\|")) {
            if (known.containsAll(Texts.slots(alternative))) {
                return alternative;
            }
        }
        return "";
    }

    /** The slots that have to have a value. */
    Set<String> needed() {
        return Texts.slots(OPTIONAL.matcher(text).replaceAll(""));
    }
}

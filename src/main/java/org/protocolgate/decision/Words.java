package org.protocolgate.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Window;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Limit;
import org.protocolgate.protocol.Texts;

/** What fills the slots of a sentence, in the words of one language. */
final class Words {

    private final Texts texts;
    private final Locale language;
    private final FactWords facts = new FactWords(this);

    Words(Texts texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** A sentence; a slot that nothing fills is filled by the word of its name, where there is one. */
    String say(String key, Map<String, String> slots) {
        String sentence = texts.find(key, language);
        if (sentence == null) {
            return key;
        }
        Map<String, String> all = new java.util.HashMap<>(slots);
        for (String slot : Texts.slots(sentence)) {
            String word = texts.find(slot, language);
            all.putIfAbsent(slot, word == null ? shown(null) : word);
        }
        return Texts.fill(sentence, all);
    }

    /** A value as it is told; what is missing is said to be not known. */
    String shown(@Nullable Object value) {
        if (value == null) {
            return text("value.unknown");
        } else if (value instanceof Fact fact) {
            return facts.of(fact);
        } else if (value instanceof Enum<?> word) {
            return text(word.name());
        } else if (value instanceof BigDecimal number) {
            return Limit.shown(number);
        } else if (value instanceof Window window) {
            return days(window);
        }
        return value instanceof LocalDateTime || value instanceof PartialDate
                ? value.toString().replace('T', ' ')
                : value.toString();
    }

    private String days(Window window) {
        String to = window.to().toString();
        return window.from().equals(LocalDate.MIN)
                ? say("days.until", Map.of("to", to))
                : say("days.between", Map.of("from", window.from().toString(), "to", to));
    }

    private String text(String key) {
        String text = texts.find(key, language);
        return text == null ? key : text;
    }
}

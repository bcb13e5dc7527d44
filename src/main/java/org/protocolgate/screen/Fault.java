package org.protocolgate.screen;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.FaultWords;

/**
 * A page that says why there is nothing else to show.
 *
 * @param kind what happened: {@code forbidden}, {@code missing}, {@code conflict}, {@code refused} or {@code forged}
 * @param details more about it, in English
 */
public record Fault(String kind, List<String> details) {

    /** With one detail or none. */
    public Fault(String kind, @Nullable String detail) {
        this(kind, Stream.ofNullable(detail).toList());
    }

    /** A detail, and the language in which it is said. */
    record Told(String words, String tag) {}

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("fault", frame, this);
    }

    /** The details, in the language of the page where there are words for them. */
    public List<Told> told(Frame frame) {
        return details.stream()
                .map(detail -> FaultWords.find(detail, frame.language())
                        .map(words -> new Told(words, frame.tag()))
                        .orElseGet(() -> new Told(detail, Locale.ENGLISH.toLanguageTag())))
                .toList();
    }

    String title(Locale language) {
        return ScreenTexts.say(language, "fault." + kind);
    }
}

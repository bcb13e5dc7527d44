package org.protocolgate.screen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page that says why there is nothing else to show.
 *
 * @param kind what happened: {@code forbidden}, {@code missing}, {@code conflict}, {@code refused} or {@code forged}
 * @param detail more about it, in English, or null
 */
public record Fault(String kind, @Nullable String detail) {

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("fault", frame, this);
    }

    String title(Locale language) {
        return ScreenTexts.say(language, "fault." + kind);
    }
}

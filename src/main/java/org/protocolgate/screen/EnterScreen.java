package org.protocolgate.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.FaultWords;
import org.protocolgate.intake.Violation;

/**
 * The page on which facts are entered or corrected.
 *
 * @param types of the facts that can be entered; none where one is corrected
 * @param form the one that is open, or null where none is chosen yet
 * @param drugs the names of drugs that are known
 * @param key for the review of everything, so that sending it twice records it once
 */
public record EnterScreen(
        String participant, List<String> types, @Nullable FactForm form, SortedSet<String> drugs, UUID key) {

    /** What a form sent, as the books take it, and the page that it came from. */
    public record Sent(byte[] body, EnterScreen screen, FactForm form) {

        /** Whether it may need a signature: a drug that nobody classifies does not, whatever a browser fills in for a password. */
        public boolean isToBeSigned() {
            return form.corrects()
                    || FactFields.SIGNED.contains(form.type())
                    || form.typed().keySet().stream().anyMatch(name -> name.startsWith(FactFields.CLASSES));
        }

        /** The page once more, with what was typed and what is wrong with it; a password is not shown again. */
        public EnterScreen again(Map<String, String> typed, List<Violation> why, Locale language) {
            Map<String, String> kept = new HashMap<>(typed);
            kept.remove("password");
            return new EnterScreen(
                    screen.participant(),
                    screen.types(),
                    form.with(kept, FaultWords.say(why, language)),
                    screen.drugs(),
                    screen.key());
        }
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("enter", frame, this);
    }
}

package org.protocolgate.cds;

import java.text.BreakIterator;
import java.util.Locale;

/** A text that has to be short. */
final class Summary {

    /** Characters are counted as UTF-16 has them: nobody counts more. */
    static final int LONGEST = 139;

    private static final String MORE = "…";

    private Summary() {}

    /** The text in one line, cut between two words where it is too long, or between two characters where it is one long word. */
    static String of(String text) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int most = LONGEST - MORE.length();
        int space = line.lastIndexOf(' ', most);
        int end = space > most / 2 ? space : character(line, most);
        return line.substring(0, end).stripTrailing() + MORE;
    }

    /** The last place up to {@code most} that is not within what a reader takes for one character. */
    private static int character(String line, int most) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int place = characters.isBoundary(most) ? most : characters.preceding(most);
        if (place > 0) {
            return place;
        }
        return Character.isLowSurrogate(line.charAt(most)) ? most - 1 : most;
    }
}

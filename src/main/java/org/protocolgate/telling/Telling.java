package org.protocolgate.telling;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.protocolgate.audit.Entry;

/** What an entry of the audit log tells, as one plain sentence. */
public final class Telling {

    /** The machine's own language never stands in for the one asked for. */
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** What would break a line; a sentence is told in one. */
    private static final Pattern BREAK = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private Telling() {}

    /**
     * The sentence of an entry. What an entry lacks, because older software recorded less or somebody changed it, is left out of
     * its sentence.
     *
     * @param language English or Chinese
     */
    public static String of(Entry entry, Locale language) {
        ResourceBundle texts = bundle(language);
        String sentence = new Template(template(entry, texts)).filled(Slots.of(entry, texts));
        return BREAK.matcher(sentence).replaceAll(" ");
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("i18n.audit", language, NO_OTHER);
    }

    /** That of the action with its status, or of the action; what was never an action is told by its name. */
    private static String template(Entry entry, ResourceBundle texts) {
        String ofStatus = entry.action() + "." + entry.status();
        if (texts.containsKey(ofStatus)) {
            return texts.getString(ofStatus);
        }
        return texts.containsKey(entry.action()) ? texts.getString(entry.action()) : entry.action();
    }
}

package org.protocolgate.cds;

import java.util.regex.Pattern;

/** Text that says in Markdown nothing but itself. */
final class Markdown {

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(://|www\\.|@)");

    private Markdown() {}

    /** The text in one line, without marks, tags, entities, and links that would make themselves. */
    static String escaped(String text) {
        String line = BREAKS.matcher(text.strip()).replaceAll(" ");
        String plain = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String marked = SIGNS.matcher(plain).replaceAll("\\\\$0");
        return ADDRESS.matcher(marked).replaceAll(found -> spelled(found.group()));
    }

    private static String spelled(String address) {
        return address.replace(":", "&#58;").replace(".", "&#46;").replace("@", "&#64;");
    }
}

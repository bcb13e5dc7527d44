package org.protocolgate.pages;

/** Text as it has to stand in a page. */
final class Escaped {

    private Escaped() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package org.protocolgate.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.protocolgate.protocol.RuleText;

/**
 * A rule as its page shows it.
 *
 * @param anchor the place on the page that a link can name
 * @param text as it is written, with the comment before it
 */
record Rule(String name, String anchor, String text) {

    /** The rules of a file, in order; together they show all of it but the line that names its package. */
    static List<Rule> all(String file) {
        List<Rule> rules = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        List<RuleText> texts = RuleText.rules(file);
        int from = 0;
        for (int i = 0; i < texts.size(); i++) {
            RuleText rule = texts.get(i);
            int start = file.indexOf(rule.text(), from);
            int end = i + 1 < texts.size() ? start + rule.text().length() : file.length();
            String before = file.substring(from, start).replaceFirst("(?m)^package .*$", "");
            String anchor = anchor(rule.name());
            while (!anchors.add(anchor)) {
                anchor += "-";
            }
            rules.add(new Rule(rule.name(), anchor, (before + file.substring(start, end)).strip()));
            from = end;
        }
        return rules;
    }

    /** What the title says after the id and the status: how a worked example names a rule. */
    String reason() {
        return name.substring(name.indexOf(" - ") + " - ".length());
    }

    private static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }
}

package org.protocolgate.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it is written.
 *
 * @param name its title
 * @param text the whole rule, from {@code rule} to {@code end}
 * @param notes its annotations, such as {@code criterion} and {@code cites}
 */
public record RuleText(String name, String text, Map<String, String> notes) {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\"(.*?)^end\\b");
    private static final Pattern NOTE = Pattern.compile("(?m)^\\s*@(\\w+)\\(\\s*\"?(.*?)\"?\\s*\\)\\s*$");
    private static final Pattern SINCE = Pattern.compile("(!?)since\\(\\s*\"([^\"]+)\"\\s*\\)");
    private static final Pattern OPEN = Pattern.compile("Finding\\.(?:unknown|provisional)\\(");
    private static final Pattern REASON =
            Pattern.compile("(?:Finding\\.\\w+\\([^,]+,|Warning\\.beside\\([^,]+,|Warning\\.of\\()\\s*\"([^\"]+)\"");
    private static final Pattern CONDITIONS = Pattern.compile("(?ms)^when$(.*?)^then$");
    private static final Pattern NUMBER = Pattern.compile("\"([A-Z]+-[0-9]+\\.[a-z-]+)\"");

    /** The rules of a file, in order. */
    public static List<RuleText> rules(String file) {
        List<RuleText> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(file);
        while (rule.find()) {
            Map<String, String> notes = new LinkedHashMap<>();
            Matcher note = NOTE.matcher(rule.group(2));
            while (note.find()) {
                notes.put(note.group(1), note.group(2));
            }
            rules.add(new RuleText(rule.group(1), rule.group(), notes));
        }
        return rules;
    }

    /** Whether a version, given with those it supersedes, asks this rule; most rules belong to all of them. */
    public boolean isAskedIn(List<String> lineage) {
        Matcher since = SINCE.matcher(text);
        while (since.find()) {
            if (lineage.contains(since.group(2)) == since.group(1).equals("!")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a finding of this rule still waits for something to be supplied. */
    boolean leavesOpen() {
        return OPEN.matcher(text).find();
    }

    /** The numbers of the protocol that its conditions name. */
    Set<String> numbersNamed() {
        Set<String> keys = new TreeSet<>();
        Matcher conditions = CONDITIONS.matcher(text);
        if (conditions.find()) {
            Matcher number = NUMBER.matcher(conditions.group(1));
            while (number.find()) {
                keys.add(number.group(1));
            }
        }
        return keys;
    }

    /** The key of the sentence that a finding or warning of this rule is told by, or null where it inserts none. */
    public @Nullable String reason() {
        Matcher reason = REASON.matcher(text);
        return reason.find() ? reason.group(1) : null;
    }
}

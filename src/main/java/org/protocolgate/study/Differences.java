package org.protocolgate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two JSON values, by place. The digest of the rules is left out: it is told beside. */
final class Differences {

    private Differences() {}

    static List<String> between(@Nullable Object then, @Nullable Object now) {
        List<String> found = new ArrayList<>();
        compare("", then, now, found);
        return found;
    }

    private static void compare(String place, @Nullable Object then, @Nullable Object now, List<String> found) {
        if (place.equals("/ruleSet")) {
            return;
        }
        if (then instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
            TreeSet<String> keys = new TreeSet<>();
            a.keySet().forEach(key -> keys.add(key.toString()));
            b.keySet().forEach(key -> keys.add(key.toString()));
            keys.forEach(key -> compare(place + "/" + key, a.get(key), b.get(key), found));
        } else if (then instanceof List<?> a && now instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(place + "/" + i, a.get(i), b.get(i), found);
            }
        } else if (!Objects.equals(then, now)) {
            found.add(place + ": " + then + " -> " + now);
        }
    }
}

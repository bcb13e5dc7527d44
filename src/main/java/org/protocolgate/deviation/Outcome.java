package org.protocolgate.deviation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows for each participant from one change. */
final class Outcome {

    private final Map<String, List<Draft>> found = new HashMap<>();
    private final Map<String, List<Deviation>> gone = new HashMap<>();

    void found(String participant, Draft draft) {
        found.computeIfAbsent(participant, code -> new ArrayList<>()).add(draft);
    }

    void gone(List<Deviation> deviations) {
        deviations.forEach(one -> gone.computeIfAbsent(one.participant(), code -> new ArrayList<>())
                .add(one));
    }

    Set<String> participants() {
        Set<String> all = new HashSet<>(found.keySet());
        all.addAll(gone.keySet());
        return all;
    }

    List<Draft> found(String participant) {
        return found.getOrDefault(participant, List.of());
    }

    List<Deviation> gone(String participant) {
        return gone.getOrDefault(participant, List.of());
    }
}

package org.protocolgate.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What keeps a participant's alerts from being in line with what there is cause for.
 *
 * @param raised causes without an alert
 * @param changed alerts whose urgency, text or day is another by now
 * @param gone alerts without a cause
 */
record Differences(List<Wanted> raised, List<Changed> changed, List<Alert> gone) {

    /** An alert, and what it has to become. */
    record Changed(Alert alert, Wanted wanted) {
        boolean ofUrgency() {
            return alert.severity() != wanted.severity();
        }
    }

    /** @param open the participant's alerts that are not resolved */
    static Differences between(List<Alert> open, List<Wanted> causes, String participant) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        causes.forEach(one ->
                wanted.merge(one.key(participant), one, (a, c) -> a.severity().compareTo(c.severity()) < 0 ? c : a));
        Map<String, Alert> left = new HashMap<>();
        open.forEach(alert -> left.put(alert.openKey(), alert));
        List<Wanted> raised = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        wanted.forEach((key, one) -> {
            Alert there = left.remove(key);
            if (there == null) {
                raised.add(one);
            } else if (there.severity() != one.severity()
                    || !there.body().equals(AlertView.body(one))
                    || !Objects.equals(there.due(), one.due())) {
                changed.add(new Changed(there, one));
            }
        });
        return new Differences(
                raised,
                changed,
                open.stream().filter(alert -> left.containsKey(alert.openKey())).toList());
    }

    boolean isNothing() {
        return raised.isEmpty() && changed.isEmpty() && gone.isEmpty();
    }
}

package org.protocolgate.audit;

import java.util.List;
import java.util.Map;

/**
 * What a check of the audit log found.
 *
 * @param whole whether every entry is there and as it was recorded; never of an export that was filtered
 * @param says the same in a sentence
 * @param chains how many chains were looked at
 * @param entries how many entries were looked at; those behind the first fault of a chain are not
 * @param filter what an export was filtered by
 * @param faults the first of each chain
 */
public record Verified(
        boolean whole, String says, long chains, long entries, Map<String, String> filter, List<Fault> faults) {

    static Verified of(long chains, long entries, long loose, Map<String, String> filter, List<Fault> faults) {
        String amount = entries + (entries == 1 ? " entry" : " entries") + " in " + chains
                + (chains == 1 ? " chain" : " chains");
        return new Verified(
                filter.isEmpty() && faults.isEmpty(),
                says(amount, loose, filter, faults.size()),
                chains,
                entries,
                filter,
                List.copyOf(faults));
    }

    private static String says(String amount, long loose, Map<String, String> filter, int faults) {
        if (faults > 0) {
            return "Not whole: " + amount + " looked at, the first fault of each chain is named.";
        }
        return filter.isEmpty()
                ? "Whole: " + amount + ", each as it was recorded."
                : "Not shown to be whole: this export was filtered (" + filter
                        + "), so that missing entries do not show. Of "
                        + amount + " none was found changed; " + loose
                        + " stand behind a gap, where a change does not show either.";
    }
}

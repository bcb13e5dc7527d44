package org.protocolgate.pages;

import java.util.Comparator;
import java.util.List;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Limit;

/**
 * A number of a criterion.
 *
 * @param values with unit, one for each version of the study, "–" where the version does not state it
 * @param step the smallest change that a worked example has to notice
 */
record NumberRow(String name, List<String> values, String step, String cites) {

    private static final String NOT_STATED = "–";

    static List<NumberRow> of(Edition edition, Criterion criterion) {
        return edition.version().limits().all().values().stream()
                .filter(limit -> limit.criterion().equals(criterion.id()))
                .sorted(Comparator.comparing(Limit::key))
                .map(limit -> of(edition, limit))
                .toList();
    }

    private static NumberRow of(Edition edition, Limit limit) {
        List<String> values = edition.versions().stream()
                .map(version ->
                        version.limits().has(limit.key()) ? version.shown(limit, edition.language()) : NOT_STATED)
                .toList();
        return new NumberRow(limit.name(), values, Limit.shown(limit.step()), limit.cites());
    }
}

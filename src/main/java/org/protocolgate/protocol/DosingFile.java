package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code dosing} of {@code protocol.yaml}; a study without dose levels has none. */
final class DosingFile {

    private DosingFile() {}

    static @Nullable Dosing read(Yaml protocol, Map<String, Limit> limits, Set<String> criteria, List<String> faults) {
        if (!protocol.keys().contains("dosing")) {
            return null;
        }
        Yaml in = protocol.child("dosing");
        Dosing dosing = new Dosing(
                in.texts("levels"), in.text("dlt"), in.text("observation"), in.texts("asks"), in.text("sentinel"));
        String place = protocol.file() + ": dosing: ";
        if (dosing.levels().isEmpty()) {
            faults.add(place + "levels: at least one level is needed");
        }
        for (String key : dosing.levels()) {
            if (!limits.containsKey(key)) {
                faults.add(place + "levels: limits.yaml has no number named " + key);
            }
        }
        for (String key : lengths(dosing)) {
            Limit limit = limits.get(key);
            if (limit == null || !Span.isOfDays(limit.unit())) {
                faults.add(place + "limits.yaml has no length of time in days or longer named " + key);
            }
        }
        Stream.concat(dosing.asks().stream(), Stream.of(dosing.sentinel()))
                .distinct()
                .filter(id -> !criteria.contains(id))
                .forEach(id -> faults.add(place + "there is no criterion " + id));
        if (!dosing.asks().contains(dosing.sentinel())) {
            faults.add(place + "sentinel: " + dosing.sentinel() + " is not among the criteria that it asks");
        }
        return dosing;
    }

    /** Holds the numbers of a version against the section: both lengths are there, and the planned levels ascend. */
    static void check(String file, Dosing dosing, String version, Limits limits, List<String> faults) {
        for (String key : lengths(dosing)) {
            if (limits.all().containsKey(key) && !limits.has(key)) {
                faults.add(file + ": dosing: " + key + " is missing in version " + version);
            }
        }
        BigDecimal before = BigDecimal.ZERO;
        for (String key : dosing.levels()) {
            BigDecimal level = limits.has(key) ? limits.number(key) : null;
            if (level == null || level.compareTo(before) <= 0) {
                faults.add(file + ": dosing: levels: " + key + " of version " + version
                        + " is missing, or not above the level before it");
                return;
            }
            before = level;
        }
    }

    private static List<String> lengths(Dosing dosing) {
        return List.of(dosing.dlt(), dosing.observation());
    }
}

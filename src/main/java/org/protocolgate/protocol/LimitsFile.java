package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code limits.yaml}: every number of the protocol, once, by version. */
final class LimitsFile {

    private LimitsFile() {}

    static Map<String, Limit> read(RuleFolder folder, String study, Set<String> versions, List<String> faults) {
        String path = study + "/limits.yaml";
        Yaml file = Yaml.read(path, folder.text(path));
        Map<String, Limit> limits = new LinkedHashMap<>();
        for (String key : file.keys()) {
            if (!key.contains(".")) {
                faults.add(path + ": " + key + ": a name such as EXC-13.washout is expected");
                continue;
            }
            Yaml entry = file.child(key);
            Yaml values = entry.child("value");
            Map<String, BigDecimal> byVersion = new LinkedHashMap<>();
            for (String version : values.keys()) {
                byVersion.put(version, values.number(version));
                if (!versions.contains(version)) {
                    faults.add(path + ": " + key + ": there is no version " + version);
                }
            }
            limits.put(key, new Limit(key, entry.text("unit"), entry.number("step"), entry.text("cites"), byVersion));
        }
        return limits;
    }

    /** The numbers of a version: its own, else those of the nearest version that it supersedes. */
    static Limits of(Map<String, Limit> limits, List<String> lineage) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        limits.forEach((key, limit) -> lineage.stream()
                .map(limit.values()::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(value -> values.put(key, value)));
        return new Limits(limits, values);
    }
}

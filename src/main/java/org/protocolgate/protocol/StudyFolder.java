package org.protocolgate.protocol;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** Reads one study of a rule folder and holds it against the demands that every criterion has to meet. */
final class StudyFolder {

    /** The annotations that are sentences, and their names among the texts. */
    private static final Map<String, String> SENTENCES =
            Map.of("title", "title", "states", "statement", "reading", "reading");

    private final RuleFolder folder;
    private final String folderName;
    private final Yaml protocol;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final List<Criterion> criteria = new ArrayList<>();
    private final Map<String, Limit> limits;
    private final Map<String, List<String>> lineages = new LinkedHashMap<>();
    private final Texts texts;
    private final ZoneId zone;
    private final @Nullable Dosing dosing;

    StudyFolder(RuleFolder folder, String folderName) {
        this.folder = folder;
        this.folderName = folderName;
        protocol = Yaml.read(folderName + "/protocol.yaml", folder.text(folderName + "/protocol.yaml"));
        folder.paths(folderName, ".drl").forEach(path -> rules.put(path, folder.text(path)));
        zone = zone();
        readLineages();
        limits = LimitsFile.read(folder, folderName, lineages.keySet(), faults);
        Map<String, String> inRules = readCriteria();
        dosing = readDosing();
        texts = TextsFile.read(folder, folderName).withEnglish(inRules);
        faults.addAll(new Demands(criteria, rules, texts, limits).faults());
    }

    List<String> faults() {
        return faults;
    }

    Map<String, String> rules() {
        return rules;
    }

    List<ProtocolVersion> versions(KieBase compiled) {
        String study = protocol.text("study");
        Terminology terminology = TerminologyFiles.drugs(folder);
        Tables tables = TerminologyFiles.tables(folder);
        String ruleSet = folder.digest(folderName, Engine.build());
        List<ProtocolVersion> versions = new ArrayList<>();
        lineages.forEach((version, lineage) -> versions.add(new ProtocolVersion(
                study,
                version,
                lineage,
                zone,
                List.copyOf(criteria),
                LimitsFile.of(limits, lineage),
                terminology,
                tables,
                texts,
                dosing,
                ruleSet,
                compiled)));
        return versions;
    }

    private @Nullable Dosing readDosing() {
        Set<String> ids = criteria.stream().map(Criterion::id).collect(Collectors.toSet());
        Dosing read = DosingFile.read(protocol, limits, ids, faults);
        if (read != null) {
            lineages.forEach((version, lineage) ->
                    DosingFile.check(protocol.file(), read, version, LimitsFile.of(limits, lineage), faults));
        }
        return read;
    }

    private ZoneId zone() {
        String name = protocol.text("zone");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new FaultyRulesException(List.of(protocol.file() + ": zone: no time zone is named " + name));
        }
    }

    /** Each version with those that it supersedes; a version has to come after what it supersedes. */
    private void readLineages() {
        for (Yaml version : protocol.children("versions")) {
            List<String> lineage = new ArrayList<>(List.of(version.text("version")));
            String superseded = version.textOrNull("supersedes");
            if (superseded != null) {
                List<String> older = lineages.get(superseded);
                if (older == null) {
                    faults.add(protocol.file() + ": version " + lineage.get(0) + " supersedes " + superseded
                            + ", which does not stand before it");
                } else {
                    lineage.addAll(older);
                }
            }
            lineages.put(lineage.get(0), List.copyOf(lineage));
        }
        if (lineages.isEmpty()) {
            faults.add(protocol.file() + ": versions: at least one version is needed");
        }
    }

    /** The criteria in the protocol's order, and the English sentences that stand in their rule files. */
    private Map<String, String> readCriteria() {
        Map<String, String> sentences = new HashMap<>();
        Map<String, Map<String, String>> notes = new HashMap<>();
        Map<String, String> files = new HashMap<>();
        rules.forEach((path, text) -> RuleText.rules(text).forEach(rule -> {
            String id = rule.notes().get("criterion");
            if (id != null && rule.notes().containsKey("title")) {
                notes.put(id, rule.notes());
                files.put(id, path);
            }
        }));
        Yaml gates = protocol.child("gates");
        for (Gate gate : Gate.values()) {
            for (String id : gates.texts(gate.name())) {
                Map<String, String> of = notes.get(id);
                String file = files.get(id);
                if (of == null || file == null) {
                    faults.add(folderName + ": criterion " + id + " has no rule that carries its @title");
                } else {
                    criteria.add(criterion(id, gate, of, file));
                    SENTENCES.forEach((note, name) -> {
                        if (of.containsKey(note)) {
                            sentences.put(id + "." + name, of.get(note));
                        }
                    });
                }
            }
        }
        notes.keySet().stream()
                .filter(id -> criteria.stream().noneMatch(c -> c.id().equals(id)))
                .forEach(id ->
                        faults.add(files.get(id) + ": criterion " + id + " stands at no gate of " + protocol.file()));
        return sentences;
    }

    private static Criterion criterion(String id, Gate gate, Map<String, String> notes, String file) {
        return new Criterion(
                id,
                gate,
                orEmpty(notes.get("title")),
                orEmpty(notes.get("states")),
                orEmpty(notes.get("cites")),
                notes.get("reading"),
                notes.get("clears"),
                file);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

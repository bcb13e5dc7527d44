package org.protocolgate.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kie.api.builder.ReleaseId;

/** All studies of a rule folder in all their versions, compiled once. */
public final class Rulebook implements AutoCloseable {

    private final RuleFolder folder;
    private final List<ProtocolVersion> versions = new ArrayList<>();
    private final List<RuleCompiler.Compiled> compiled = new ArrayList<>();

    private Rulebook(RuleFolder folder) {
        this.folder = folder;
    }

    /**
     * Compiles and checks a folder.
     *
     * @throws FaultyRulesException with every fault found, when the folder is not whole
     */
    public static Rulebook load(RuleFolder folder) {
        Rulebook rulebook = new Rulebook(folder);
        List<String> faults = new ArrayList<>();
        if (folder.studies().isEmpty()) {
            faults.add("no study: a study is a sub-folder with a protocol.yaml");
        }
        for (String study : folder.studies()) {
            try {
                StudyFolder files = new StudyFolder(folder, study);
                faults.addAll(files.faults());
                RuleCompiler.Compiled rules = RuleCompiler.compile(study, files.rules());
                rulebook.compiled.add(rules);
                if (faults.isEmpty()) {
                    rulebook.versions.addAll(files.versions(rules.rules()));
                }
            } catch (FaultyRulesException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            rulebook.close();
            throw new FaultyRulesException(faults);
        }
        return rulebook;
    }

    /** The build of what evaluates; two that are equal answer equally. */
    public static String engine() {
        return Engine.build();
    }

    /** Every version of every study, newest version of a study last. */
    public List<ProtocolVersion> versions() {
        return List.copyOf(versions);
    }

    /** A version of a study. */
    public Optional<ProtocolVersion> version(String study, String version) {
        return versions.stream()
                .filter(v -> v.study().equals(study) && v.version().equals(version))
                .findFirst();
    }

    /** The newest version of a study. */
    public Optional<ProtocolVersion> newest(String study) {
        return versions.stream().filter(v -> v.study().equals(study)).reduce((older, newer) -> newer);
    }

    /** The study served when a request names none: the first of the folder. */
    public String study() {
        return versions.get(0).study();
    }

    public RuleFolder folder() {
        return folder;
    }

    /** Under which names the engine holds the compiled rules. */
    List<ReleaseId> releases() {
        return compiled.stream()
                .map(RuleCompiler.Compiled::release)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Releases the compiled rules; nothing may be asked of this rulebook afterwards. */
    @Override
    public void close() {
        compiled.forEach(RuleCompiler.Compiled::dispose);
        compiled.clear();
    }
}

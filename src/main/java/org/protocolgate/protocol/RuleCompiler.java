package org.protocolgate.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.SessionsPoolOption;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;

/** Compiles the rule files of one study, and says which file and rule is at fault where that fails. */
final class RuleCompiler {

    /** Emptied sessions are kept for the next questions, as many as are asked at a time. */
    static final SessionsPoolOption SESSIONS_KEPT = SessionsPoolOption.get(1);

    private static int compilations;

    static {
        // The parallel build is not safe where rule files share their imports.
        System.setProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, "-1");
    }

    /** The compiled rules with what has to be released when they retire; nothing has where they came compiled. */
    record Compiled(
            KieBase rules,
            @Nullable KieContainer container,
            @Nullable ReleaseId release) {

        void dispose() {
            if (container != null && release != null) {
                container.dispose();
                KieServices.get().getRepository().removeKieModule(release);
            }
        }
    }

    private RuleCompiler() {}

    /**
     * @param files rule texts by path
     * @throws FaultyRulesException naming each file that does not compile
     */
    static Compiled compile(String study, Map<String, String> files) {
        KieBase ready = PrecompiledRules.find(study, files);
        if (ready != null) {
            return new Compiled(ready, null, null);
        }
        List<String> faults = new ArrayList<>();
        Compiled compiled = build(study, files, faults);
        if (compiled == null) {
            throw new FaultyRulesException(named(study, files, faults));
        }
        return compiled;
    }

    private static synchronized @Nullable Compiled build(String study, Map<String, String> files, List<String> faults) {
        KieServices kie = KieServices.get();
        ReleaseId release = kie.newReleaseId("protocol-gate", study, "r" + ++compilations);
        KieBuilder builder = builder(study, files, release);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            errors.forEach(error -> faults.add(error.getText().strip().replaceAll("\\s*\\R\\s*", " ")));
            kie.getRepository().removeKieModule(release);
            return null;
        }
        KieContainer container = kie.newKieContainer(release);
        KieBaseConfiguration configuration = kie.newKieBaseConfiguration();
        configuration.setOption(SESSIONS_KEPT);
        return new Compiled(container.newKieBase(configuration), container, release);
    }

    /** What compiles the files, and has done so. */
    static KieBuilder builder(String study, Map<String, String> files, ReleaseId release) {
        KieFileSystem system = KieServices.get().newKieFileSystem().generateAndWritePomXML(release);
        files.forEach((path, text) -> system.write(place(study, path), text));
        return KieServices.get().newKieBuilder(system).buildAll(ExecutableModelProject.class);
    }

    /** The compiler wants each file in the folder of its package; the folders of the rule folder are for readers. */
    private static String place(String study, String path) {
        return "src/main/resources/" + study + "/" + path.substring(path.lastIndexOf('/') + 1);
    }

    /** The compiler's messages name neither file nor rule, so each file, then each of its rules, is compiled alone. */
    private static List<String> named(String study, Map<String, String> files, List<String> together) {
        Map<String, String> vocabulary = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            if (RuleText.rules(text).isEmpty()) {
                vocabulary.put(path, text);
            }
        });
        List<String> named = new ArrayList<>();
        files.forEach((path, text) -> {
            List<String> faults = new ArrayList<>();
            if (vocabulary.containsKey(path) || build(study, with(vocabulary, path, text), faults) != null) {
                return;
            }
            List<String> culprits = RuleText.rules(text).stream()
                    .filter(rule -> build(study, with(vocabulary, path, rule.text()), new ArrayList<>()) == null)
                    .map(rule -> "rule \"" + rule.name() + "\"")
                    .toList();
            named.add(path + ": " + (culprits.isEmpty() ? "" : String.join(", ", culprits) + ": ")
                    + faults.stream().distinct().collect(Collectors.joining("; ")));
        });
        return named.isEmpty() ? together : named;
    }

    private static Map<String, String> with(Map<String, String> files, String path, String text) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(path, text);
        return all;
    }
}

package org.protocolgate.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;

/**
 * The rules that came with the product, compiled when it was built: that saves most of the start. They serve only where the
 * rule files are, to the letter, those they were compiled from.
 */
public final class PrecompiledRules {

    private static final String DIGEST = "digest";
    private static final String MODEL = "model";

    private PrecompiledRules() {}

    /** The compiled rules for these files, or null where none were compiled from them. */
    static @Nullable KieBase find(String study, Map<String, String> files) {
        try (InputStream file = PrecompiledRules.class.getResourceAsStream("/" + place(study))) {
            if (file == null) {
                return null;
            }
            Properties known = new Properties();
            known.load(file);
            if (!RuleFolder.of(files).digest(study).equals(known.getProperty(DIGEST))) {
                return null;
            }
            Object model = Class.forName(known.getProperty(MODEL))
                    .getDeclaredConstructor()
                    .newInstance();
            return KieBaseBuilder.createKieBaseFromModel((Model) model, RuleCompiler.SESSIONS_KEPT);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules in the product are damaged", e);
        }
    }

    /**
     * Compiles the rules of a folder for the product; the build calls this.
     *
     * @param args the rule folder, and the folder of classes to write to
     */
    public static void main(String[] args) {
        RuleFolder folder = RuleFolder.of(Path.of(args[0]));
        for (String study : folder.studies()) {
            write(study, new StudyFolder(folder, study).rules(), Path.of(args[1]));
        }
    }

    private static void write(String study, Map<String, String> files, Path classes) {
        String model = "";
        KieBuilder builder = RuleCompiler.builder(
                study, files, KieServices.get().newReleaseId("protocol-gate", study, "precompiled"));
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        try {
            remove(classes.resolve(study));
            for (String name : module.getFileNames()) {
                if (name.startsWith(study + "/") && name.endsWith(".class")) {
                    write(classes.resolve(name), module.getBytes(name));
                    if (name.matches(study + "/Rules[0-9A-F]+\\.class")) {
                        model = name.replace('/', '.').replace(".class", "");
                    }
                }
            }
            Path place = classes.resolve(place(study));
            Files.createDirectories(place.getParent());
            String digest = RuleFolder.of(files).digest(study);
            Files.writeString(place, DIGEST + "=" + digest + "\n" + MODEL + "=" + model + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what an earlier build left. */
    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static String place(String study) {
        return "META-INF/precompiled-rules/" + study + ".properties";
    }
}

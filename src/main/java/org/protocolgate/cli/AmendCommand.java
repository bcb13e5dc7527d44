package org.protocolgate.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.amendment.Amendment;
import org.protocolgate.amendment.Impact;
import org.protocolgate.asking.Answering;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a version of the protocol changes, and whose answers change by it. */
@Command(
        name = "amend",
        description = "What does one version of the protocol change against another, and for whom?",
        mixinStandardHelpOptions = true)
final class AmendCommand implements Callable<Integer> {

    @Option(names = "--from", required = true, paramLabel = "VERSION")
    String from = "";

    @Option(names = "--to", required = true, paramLabel = "VERSION")
    String to = "";

    @Option(names = "--study", paramLabel = "STUDY", description = "The first one served, where nobody says.")
    @Nullable
    String study;

    @Option(names = "--dossiers", paramLabel = "DIR", description = "A folder of dossiers or questions (*.json).")
    @Nullable
    Path dossiers;

    @Mixin
    Asked asked = new Asked();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final ServedRules rules;
    private final Answering answering;

    @Inject
    AmendCommand(ServedRules rules, Answering answering) {
        this.rules = rules;
        this.answering = answering;
    }

    @Override
    public Integer call() throws IOException {
        return rules.ask(this::compare);
    }

    private int compare(Rulebook rulebook) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ProtocolVersion before = version(rulebook, from);
        ProtocolVersion after = version(rulebook, to);
        Amendment amendment = Amendment.between(before, after, rulebook.folder());
        out.println(before.study() + ": " + from + " -> " + to);
        print(out, "Numbers", amendment.numbers());
        print(out, "Rules", amendment.rules());
        print(out, "Texts", amendment.texts());
        return dossiers == null ? CommandLine.ExitCode.OK : answers(dossiers, before, after, rulebook, out);
    }

    private ProtocolVersion version(Rulebook rulebook, String name) {
        String of = study == null ? rulebook.study() : study;
        return rulebook.version(of, name)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "There is no version " + name + " of " + of));
    }

    private static void print(PrintWriter out, String heading, List<Amendment.Change> changes) {
        out.println();
        out.println(heading + ": " + (changes.isEmpty() ? "no change" : ""));
        changes.forEach(change -> out.println(
                "  " + change.what() + "\n    - " + shown(change.before()) + "\n    + " + shown(change.after())));
    }

    private int answers(Path folder, ProtocolVersion before, ProtocolVersion after, Rulebook rulebook, PrintWriter out)
            throws IOException {
        List<Path> files = files(folder);
        Map<String, Integer> changed = new TreeMap<>();
        int refused = 0;
        out.println();
        out.println("Answers that change, of " + files.size() + " dossiers:");
        for (Path file : files) {
            try {
                Impact impact = answering.compare(Files.readAllBytes(file), asked.given(), before, after, rulebook);
                impact.criteria().forEach(criterion -> changed.merge(criterion.id(), 1, Integer::sum));
                if (impact.isAny()) {
                    print(out, impact);
                }
            } catch (RefusedException e) {
                refused++;
                spec.commandLine().getErr().println(file + ": " + e.getMessage());
            }
        }
        changed.forEach((id, count) -> out.println("  " + id + " changes for " + count));
        return refused == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }

    private static void print(PrintWriter out, Impact impact) {
        out.println("  " + impact.participant() + "  " + impact.before() + earliest(impact.earliestBefore()) + " -> "
                + impact.after() + earliest(impact.earliestAfter()));
        impact.criteria()
                .forEach(c -> out.println("    " + c.id() + "  " + shown(c.before())
                        + (c.clearsBefore() == null
                                ? ""
                                : " until " + c.clearsBefore().on()) + " -> " + shown(c.after())
                        + (c.clearsAfter() == null
                                ? ""
                                : " until " + c.clearsAfter().on())));
    }

    private static String earliest(@Nullable Object day) {
        return day == null ? "" : " (earliest " + day + ")";
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "not asked" : value.toString();
    }

    private List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(spec.commandLine(), folder + " is no folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        }
    }
}

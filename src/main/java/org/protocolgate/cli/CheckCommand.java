package org.protocolgate.cli;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.intake.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks about one dossier, or about a file of them. */
@Command(
        name = "check",
        description = "May this participant pass the gate on the day?",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PROCEED; of a batch: every line was answered",
            "10:PROVISIONAL",
            "11:INCOMPLETE",
            "12:HOLD",
            "2:bad usage or input; of a batch: a line was refused",
            "1:failure"
        })
final class CheckCommand implements Callable<Integer> {

    private static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

    @Parameters(
            arity = "0..1",
            paramLabel = "DOSSIER.json",
            description = "Participant, facts and cohort; or a whole question.")
    @Nullable
    Path dossier;

    @Option(names = "--batch", paramLabel = "FILE.ndjson", description = "Many of them, one a line, instead.")
    @Nullable
    Path batch;

    @Option(names = "--json", description = "The answer as JSON; of a batch one answer a line.")
    boolean json;

    @Mixin
    Asked asked = new Asked();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Answering answering;
    private final JsonMapper mapper;

    @Inject
    CheckCommand(Answering answering, JsonMapper mapper) {
        this.answering = answering;
        this.mapper = mapper;
    }

    @Override
    public Integer call() throws IOException {
        if ((dossier == null) == (batch == null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give either DOSSIER.json or --batch FILE.ndjson");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (batch != null) {
            return readable(batch, err)
                    ? new BatchCheck(answering, mapper, asked, json).run(batch, out, err)
                    : BAD_INPUT;
        }
        return dossier != null && readable(dossier, err) ? check(dossier, out, err) : BAD_INPUT;
    }

    private int check(Path file, PrintWriter out, PrintWriter err) throws IOException {
        try {
            Decision decision = answering.decide(Files.readAllBytes(file), asked.given());
            if (json) {
                out.println(text(DecisionView.of(decision, asked.language())));
            } else {
                new DecisionTable(decision, asked.language(), spec.commandLine().getColorScheme()).print(out);
            }
            return exitCode(decision.verdict());
        } catch (RefusedException refused) {
            if (json) {
                out.println(text(ProblemView.of(refused)));
            }
            refused.violations()
                    .forEach(v ->
                            err.println(file + ": " + (v.pointer().isEmpty() ? "" : v.pointer() + " ") + v.message()));
            return BAD_INPUT;
        }
    }

    private String text(Object answer) throws IOException {
        return new String(mapper.writeValueAsBytes(answer), StandardCharsets.UTF_8);
    }

    private static boolean readable(Path file, PrintWriter err) {
        boolean readable = Files.isReadable(file) && !Files.isDirectory(file);
        if (!readable) {
            err.println(file + ": no such file, or it cannot be read");
        }
        return readable;
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case PROCEED -> 0;
            case PROVISIONAL -> 10;
            case INCOMPLETE -> 11;
            case HOLD -> 12;
        };
    }
}

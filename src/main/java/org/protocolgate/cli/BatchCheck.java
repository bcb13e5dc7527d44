package org.protocolgate.cli;

import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.RefusedException;
import picocli.CommandLine;

/** Asks about each line of a file, and sums up by verdict and by criterion. */
final class BatchCheck {

    private final Answering answering;
    private final JsonMapper mapper;
    private final Asked asked;
    private final boolean json;

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Map<Status, Integer>> open = new TreeMap<>();
    private int refused;

    BatchCheck(Answering answering, JsonMapper mapper, Asked asked, boolean json) {
        this.answering = answering;
        this.mapper = mapper;
        this.asked = asked;
        this.json = json;
    }

    int run(Path file, PrintWriter out, PrintWriter err) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file);
                ProgressBar progress = progress(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                progress.stepBy(line.length() + 1L);
                if (!line.isBlank()) {
                    answer(line, number, out, err);
                }
            }
        }
        sumUp(json ? err : out);
        return refused == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }

    private static ProgressBar progress(Path file) throws IOException {
        return new ProgressBarBuilder()
                .setTaskName("check")
                .setInitialMax(Files.size(file))
                .setUnit(" kB", 1024)
                .continuousUpdate()
                .build();
    }

    private void answer(String line, int number, PrintWriter out, PrintWriter err) throws IOException {
        try {
            Decision decision = answering.decide(line.getBytes(StandardCharsets.UTF_8), asked.given());
            count(decision);
            if (json) {
                out.println(text(DecisionView.of(decision, asked.language())));
            }
        } catch (RefusedException e) {
            refused++;
            e.violations().forEach(v -> err.println("line " + number + ": " + v.pointer() + " " + v.message()));
            if (json) {
                out.println(text(ProblemView.of(e)));
            }
        }
    }

    private String text(Object answer) throws IOException {
        return new String(mapper.writeValueAsBytes(answer), StandardCharsets.UTF_8);
    }

    private void count(Decision decision) {
        verdicts.merge(decision.verdict(), 1, Integer::sum);
        decision.criteria().forEach(answer -> {
            Status status = answer.outcome().status();
            if (status.compareTo(Status.MET) > 0) {
                open.computeIfAbsent(answer.outcome().criterion().id(), id -> new EnumMap<>(Status.class))
                        .merge(status, 1, Integer::sum);
            }
        });
    }

    private void sumUp(PrintWriter to) {
        for (Verdict verdict : Verdict.values()) {
            to.printf("%-12s %6d%n", verdict, verdicts.getOrDefault(verdict, 0));
        }
        to.printf("%-12s %6d%n%n", "refused", refused);
        to.printf("%-8s %8s %8s %12s%n", "", Status.NOT_MET, Status.UNKNOWN, Status.PROVISIONAL);
        open.forEach((id, counts) -> to.printf(
                "%-8s %8d %8d %12d%n",
                id,
                counts.getOrDefault(Status.NOT_MET, 0),
                counts.getOrDefault(Status.UNKNOWN, 0),
                counts.getOrDefault(Status.PROVISIONAL, 0)));
    }
}

package org.protocolgate.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Question;
import org.protocolgate.intake.Request;
import org.protocolgate.rulebook.Questions;

/** One whole decision about the infusion, from the dossier to the answer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx512m")
public class DecisionBenchmark {

    @Param({"PROCEED", "HOLD"})
    public String verdict;

    private Request request;
    private Question question;

    @Setup
    public void read() {
        request = Dossiers.read(verdict.equals("HOLD") ? Dossiers.held() : Dossiers.proceeding());
        question = Questions.question(request);
        Decision decision = decide();
        boolean dated = decision.earliest() != null;
        if (!decision.verdict().name().equals(verdict) || dated != verdict.equals("HOLD")) {
            throw new IllegalStateException(decision.verdict() + ", earliest " + decision.earliest());
        }
        System.out.printf("# %d facts, earliest %s%n", request.dossier().facts().size(), decision.earliest());
    }

    @Benchmark
    public Decision decide() {
        return Deciding.decide(request.dossier(), request.cohort(), question, request.version());
    }
}

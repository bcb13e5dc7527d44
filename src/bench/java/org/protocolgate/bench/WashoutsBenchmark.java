package org.protocolgate.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Inquiry;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.Request;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.rulebook.Questions;

/**
 * The windows of EXC-10, EXC-12, EXC-13, EXC-14, EXC-16 and EXC-18 over one dossier, by the rules, by hand and in
 * CQL. That all give the same answers is seen to before anything is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx512m")
public class WashoutsBenchmark {

    private Request request;
    private Question question;
    private LocalDate day;
    private List<Criterion> criteria;
    private Inquiry inquiry;
    private Floor floor;
    private CqlWashouts cql;

    @Setup
    public void open() {
        request = Dossiers.read(Dossiers.nearEveryWindow());
        question = Questions.question(request);
        day = question.day();
        criteria = Floor.CRITERIA.stream()
                .map(id -> Objects.requireNonNull(request.version().criterion(id)))
                .toList();
        inquiry = Evaluator.open(request.dossier(), request.cohort(), question, request.version());
        floor = Floor.open(request.dossier(), question.today(), request.version());
        cql = CqlWashouts.open(request, day);
        compare();
    }

    @Benchmark
    public Evaluation rules() {
        return inquiry.evaluateOn(day, criteria);
    }

    @Benchmark
    public Evaluation rulesFromDossier() {
        return Evaluator.open(request.dossier(), request.cohort(), question, request.version())
                .evaluateOn(day, criteria);
    }

    @Benchmark
    public List<Floor.Found> byHand() {
        return floor.on(day);
    }

    @Benchmark
    public List<Floor.Found> byHandFromDossier() {
        return Floor.open(request.dossier(), question.today(), request.version())
                .on(day);
    }

    @Benchmark
    public EvaluationResult cql() {
        return cql.evaluate();
    }

    private void compare() {
        List<Answer> expected = rules().outcomes().stream().map(Answer::of).toList();
        List<Answer> byHand =
                byHand().stream().map(f -> Answer.of(f.status(), f.facts())).toList();
        List<Status> statuses = expected.stream().map(Answer::status).toList();
        List<Status> inCql = CqlWashouts.statuses(cql());
        if (!expected.equals(byHand) || !statuses.equals(inCql)) {
            throw new IllegalStateException("by rules " + expected + "\nby hand " + byHand + "\nin CQL " + inCql);
        }
        System.out.println("# " + request.dossier().facts().size() + " facts, " + statuses);
    }
}

package org.protocolgate.bench;

import java.util.SortedMap;
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
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.rulebook.TestRules;

/**
 * Loading the rule folder, as it came compiled with the product, and with a line changed, so that it has to be compiled: the
 * first time in a new JVM, and again in one that runs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RulesLoadingBenchmark {

    @Param({"as it came", "changed"})
    public String folder;

    private RuleFolder files;

    @Setup
    public void read() {
        SortedMap<String, String> texts = TestRules.files().files();
        if (folder.equals("changed")) {
            texts.computeIfPresent("nct07339332/vocabulary.drl", (path, text) -> text + "// changed\n");
        }
        files = RuleFolder.of(texts);
    }

    @Benchmark
    @Fork(value = 5, jvmArgsAppend = "-Xmx512m")
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void first() {
        load();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-Xmx512m")
    @Warmup(iterations = 10)
    @Measurement(iterations = 10)
    public void again() {
        load();
    }

    private void load() {
        Rulebook.load(files).close();
    }
}

package org.protocolgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.rulebook.Baseline;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The commands, as a person or a script calls them. */
@MicronautTest(startApplication = false)
class CliTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ApplicationContext context;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void proceedEndsWithZero() throws IOException {
        assertThat(run("check", file("q.json", Baseline.question("INFUSION")))).isZero();
        assertThat(out.toString())
                .startsWith("CT-900  infusion  2026-03-10:  MAY PROCEED")
                .contains(
                        "met             INC-01   Informed consent signed and not withdrawn: Signed: consent of 2026-02-01.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void holdEndsWithTwelveAndSaysFromWhen() throws IOException {
        assertThat(run("check", file("q.json", held()))).isEqualTo(12);
        assertThat(out.toString()).contains("HOLD  >= 2026-03-16", "EXC-13", "infusion >= 2026-03-16");
    }

    @Test
    void provisionalAndIncompleteHaveCodesOfTheirOwn() throws IOException {
        ObjectNode question = Baseline.question("INFUSION");
        assertThat(run("check", file("q.json", question), "--on", "2026-03-11")).isEqualTo(10);
        assertThat(out.toString()).contains("[ ] Review with the participant: drugs. >= 2026-03-11 <= 2026-03-11");
        question.withArray("facts").remove(0);
        assertThat(run("check", file("q.json", question))).isEqualTo(11);
    }

    @Test
    void aDossierIsAskedByOptions() throws IOException {
        ObjectNode dossier = Baseline.question("INFUSION");
        dossier.remove(List.of("gate", "on", "asOf"));
        String file = file("dossier.json", dossier);
        assertThat(run("check", file, "--gate", "INFUSION", "--on", "2026-03-10", "--as-of", "2026-03-10T12:00"))
                .isZero();
        assertThat(run("check", file)).isEqualTo(2);
        assertThat(err.toString()).contains("/gate is missing", "/on is missing");
    }

    @Test
    void jsonIsTheAnswerOfTheService() throws IOException {
        assertThat(run("check", file("q.json", held()), "--json")).isEqualTo(12);
        JsonNode decision = JSON.readTree(out.toString());
        assertThat(decision.get("verdict").asText()).isEqualTo("HOLD");
        assertThat(decision.get("criteria").get(0).get("id").asText()).isEqualTo("EXC-13");
    }

    @Test
    void chineseIsSpoken() throws IOException {
        assertThat(run("check", file("q.json", held()), "--lang", "zh-CN")).isEqualTo(12);
        assertThat(out.toString()).contains("EXC-13").containsPattern("\\p{IsHan}");
    }

    @Test
    void badInputNamesEachFaultAndEndsWithTwo() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"gate\": \"X\", \"facts\": 5}");
        assertThat(run("check", folder.resolve("bad.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("/gate", "/on", "/participant", "/facts");
        assertThat(run("check", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "--gates", "INFUSION")).isEqualTo(2);
        assertThat(run("chek")).isEqualTo(2);
    }

    @Test
    void aBatchIsSummedUpByVerdictAndCriterion() throws IOException {
        String lines = Baseline.question("INFUSION") + "\n" + held() + "\n\n" + held() + "\n";
        Files.writeString(folder.resolve("many.ndjson"), lines);
        assertThat(run("check", "--batch", folder.resolve("many.ndjson").toString()))
                .isZero();
        assertThat(out.toString())
                .containsPattern("PROCEED +1\n")
                .containsPattern("HOLD +2\n")
                .containsPattern("refused +0\n")
                .containsPattern("EXC-13 +2 +0 +0\n");
    }

    @Test
    void aBatchGoesOnAfterABadLine() throws IOException {
        Files.writeString(folder.resolve("many.ndjson"), held() + "\n{}\n" + held() + "\n");
        assertThat(run(
                        "check",
                        "--json",
                        "--batch",
                        folder.resolve("many.ndjson").toString()))
                .isEqualTo(2);
        List<String> answers = out.toString().lines().toList();
        assertThat(answers).hasSize(3);
        assertThat(JSON.readTree(answers.get(1)).get("status").asInt()).isEqualTo(400);
        assertThat(JSON.readTree(answers.get(2)).get("verdict").asText()).isEqualTo("HOLD");
        assertThat(err.toString()).contains("line 2: /gate");
    }

    private static ObjectNode held() {
        ObjectNode question = Baseline.question("INFUSION");
        question.withArray("facts")
                .addObject()
                .put("type", "drug")
                .put("name", "baricitinib")
                .put("end", "2026-03-01");
        ((ObjectNode) question.get("facts").get(question.get("facts").size() - 1)).put("start", "2025-06");
        return question;
    }

    private String file(String name, ObjectNode content) throws IOException {
        return Files.writeString(folder.resolve(name), content.toString()).toString();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        CommandLine commands = Cli.commandLine(context);
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        return commands.execute(args);
    }
}

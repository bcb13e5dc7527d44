package org.protocolgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.TestRules;
import picocli.CommandLine;

/** Which answers an amendment changes, over a folder of dossiers. */
class AmendCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theAmendmentIsShownWithWhomItConcerns() throws IOException {
        assertThat(run(
                        "amend",
                        "--from",
                        "1.0",
                        "--to",
                        "1.1",
                        "--dossiers",
                        dossiers().toString()))
                .isZero();
        assertThat(out.toString())
                .contains("NCT07339332: 1.0 -> 1.1")
                .contains("EXC-13.washout (Exclusion Criteria, item 13)\n    - 14 days\n    + 28 days")
                .contains("Rules: no change")
                .contains("+ No JAK inhibitor in the 28 days before infusion")
                .contains("of 2 dossiers")
                .contains("CT-1  PROCEED -> HOLD (earliest 2026-03-21)\n    EXC-13  MET -> NOT_MET until 2026-03-21")
                .contains("EXC-13 changes for 1")
                .doesNotContain("CT-2");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestGoesOn() throws IOException {
        Path dossiers = dossiers();
        Files.writeString(dossiers.resolve("a.json"), "{}");
        assertThat(run("amend", "--from", "1.0", "--to", "1.1", "--dossiers", dossiers.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a.json", "/gate");
        assertThat(out.toString()).contains("EXC-13 changes for 1");
    }

    @Test
    void anUnknownVersionOrFolderIsBadUsage() throws IOException {
        assertThat(run("amend", "--from", "1.0", "--to", "9.9")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no version 9.9 of NCT07339332");
        assertThat(run(
                        "amend",
                        "--from",
                        "1.0",
                        "--to",
                        "1.1",
                        "--dossiers",
                        folder.resolve("none").toString()))
                .isEqualTo(2);
    }

    private Path dossiers() throws IOException {
        Path dossiers = Files.createDirectories(folder.resolve("dossiers"));
        Files.writeString(
                dossiers.resolve("1.json"), dossier("CT-1", "2026-02-20").toString());
        Files.writeString(
                dossiers.resolve("2.json"), dossier("CT-2", "2026-01-31").toString());
        return dossiers;
    }

    private static ObjectNode dossier(String id, String lastDose) {
        ObjectNode question = Baseline.question("INFUSION");
        ((ObjectNode) question.get("participant")).put("id", id);
        question.withArray("facts")
                .addObject()
                .put("type", "drug")
                .put("name", "baricitinib")
                .put("start", "2025-06")
                .put("end", lastDose);
        return question;
    }

    private int run(String... args) throws IOException {
        Path rules = folder.resolve("rules");
        for (Map.Entry<String, String> file : TestRules.files().files().entrySet()) {
            Path copy = rules.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, amended(file.getKey(), file.getValue()));
        }
        try (ApplicationContext context = ApplicationContext.run(Map.of("protocol-gate.rules", rules.toString()))) {
            CommandLine commands = Cli.commandLine(context);
            commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
            return commands.execute(args);
        }
    }

    private static String amended(String path, String text) {
        return switch (path) {
            case "nct07339332/protocol.yaml" ->
                text.replace(
                        "  - version: \"1.0\"\n",
                        "  - version: \"1.0\"\n  - version: \"1.1\"\n    supersedes: \"1.0\"\n");
            case "nct07339332/limits.yaml" ->
                text.replaceFirst("(?s)(EXC-13.washout:.*?\"1.0\": 14)", "$1, \"1.1\": 28");
            default -> text;
        };
    }
}

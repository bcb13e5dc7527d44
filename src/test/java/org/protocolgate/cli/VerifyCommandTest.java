package org.protocolgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Export;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Happened;
import org.protocolgate.audit.SealFile;
import org.protocolgate.audit.Sealing;
import org.protocolgate.testing.Database;
import picocli.CommandLine;

/** verify says by its exit code whether the log, or an export of it, is whole. */
@ParameterizedClass
@EnumSource(Database.class)
class VerifyCommandTest {

    @Parameter
    Database database;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private ApplicationContext context;
    private TransactionOperations<Connection> transactions;

    @BeforeEach
    void fill() {
        context = ApplicationContext.run(database.fresh());
        transactions = context.getBean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            Happened signed = Happened.of(Action.SIGNED);
            context.getBean(AuditLog.class).add("participant:CT-001", Actor.SERVICE, signed, signed, signed);
            return null;
        });
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void theDatabaseIsWholeUntilSomebodyChangesIt() {
        assertThat(run("verify")).isZero();
        assertThat(out.toString()).isEqualTo("Whole: 3 entries in 1 chain, each as it was recorded.\n");
        tamper();
        assertThat(run("verify")).isEqualTo(3);
        assertThat(out.toString()).startsWith("Not whole:").contains("Entry 2 of participant:CT-001 was removed.");
    }

    @Test
    void anExportIsCheckedByItselfAndAgainstASeal() throws IOException {
        String seal = Files.writeString(
                        folder.resolve("seal.json"),
                        SealFile.text(context.getBean(Sealing.class).seal(Actor.SERVICE, ZoneOffset.UTC)))
                .toString();
        String file = export(Filter.NONE);
        assertThat(run("verify", file)).isZero();
        assertThat(run("verify", file, "--seal", seal)).isZero();
        assertThat(run("verify", "--seal", seal)).isZero();
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("\"seq\":2", "\"seq\":7"));
        assertThat(run("verify", file)).isEqualTo(3);
        assertThat(out.toString()).contains("Entry 2 of participant:CT-001 was given the number 7.");
    }

    @Test
    void aFilteredExportIsNotWhole() throws IOException {
        Filter system = new Filter(null, null, null, null, null, null, "service", null, null, null);
        assertThat(run("verify", export(system))).isEqualTo(3);
        assertThat(out.toString()).startsWith("Not shown to be whole: this export was filtered");
    }

    @Test
    void badUsageEndsWithTwo() throws IOException {
        assertThat(run("verify", folder.resolve("none.ndjson").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no such file");
        String noSeal = Files.writeString(folder.resolve("no-seal.json"), "{}").toString();
        assertThat(run("verify", "--seal", noSeal)).isEqualTo(2);
        assertThat(run("verify", "--all")).isEqualTo(2);
    }

    private String export(Filter filter) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        context.getBean(Export.class)
                .of(filter, Export.Format.NDJSON, Actor.SERVICE, ZoneOffset.UTC, Entry::action)
                .forEach(file::writeBytes);
        return Files.write(folder.resolve("log.ndjson"), file.toByteArray()).toString();
    }

    private void tamper() {
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                statement.execute(
                        "drop trigger audit_entry_stays" + (database == Database.H2 ? "" : " on audit_entry"));
                return statement.execute("delete from audit_entry where seq = 2");
            }
        });
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        CommandLine commands = Cli.commandLine(context);
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.execute(args);
    }
}

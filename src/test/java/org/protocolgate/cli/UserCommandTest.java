package org.protocolgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import picocli.CommandLine;

/** Accounts by the command line: how the first of them comes to be. */
@ParameterizedClass
@EnumSource(Database.class)
class UserCommandTest {

    @Parameter
    Database database;

    private Map<String, Object> settings = Map.of();
    private String out = "";
    private String err = "";

    @BeforeEach
    void freshDatabase() {
        settings = database.fresh();
    }

    @Test
    void whoIsAddedMayLogIn() {
        assertThat(run("correct horse battery\n", "user", "add", "anna", "--role", "ADMIN"))
                .as(err)
                .isZero();
        assertThat(run("", "user", "list")).isZero();
        assertThat(out).contains("anna").contains("ADMIN").contains("active").doesNotContain("horse");
        try (Service service = Service.start(database, settings)) {
            assertThat(service.login("anna", "correct horse battery")).isNotEmpty();
        }
    }

    @Test
    void whatIsRefusedIsSaidAndLeavesNothing() {
        assertThat(run("short\n", "user", "add", "anna", "--role", "ADMIN")).isEqualTo(2);
        assertThat(err).contains("12 to 200 characters");
        assertThat(run("correct horse battery\n", "user", "add", "Anna B", "--role", "ADMIN"))
                .isEqualTo(2);
        assertThat(run("correct horse battery\n", "user", "add", "anna", "--role", "OWNER"))
                .isEqualTo(2);
        assertThat(run("", "user", "add", "anna", "--role", "ADMIN")).isEqualTo(2);
        assertThat(run("", "user", "reset", "anna")).isEqualTo(2);
        assertThat(err).contains("no such account");
        assertThat(run("", "user", "list")).isZero();
        assertThat(out).isEmpty();
    }

    @Test
    void aResetGivesAPasswordForOneLogin() {
        run("correct horse battery\n", "user", "add", "anna", "--role", "INVESTIGATOR");
        assertThat(run("", "user", "reset", "anna")).isZero();
        String password = out.strip();
        assertThat(run("", "user", "list")).isZero();
        assertThat(out).contains("has to change the password");
        try (Service service = Service.start(database, settings)) {
            assertThat(service.login("anna", password)).isNotEmpty();
        }
        assertThat(run("", "user", "deactivate", "anna")).isZero();
        assertThat(run("", "user", "unlock", "anna")).isZero();
        assertThat(run("", "user", "list")).isZero();
        assertThat(out).contains("not active");
    }

    private int run(String typed, String... arguments) {
        StringWriter told = new StringWriter();
        StringWriter faults = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try (ApplicationContext context = ApplicationContext.builder(Environment.CLI)
                .properties(settings)
                .banner(false)
                .start()) {
            CommandLine command = Cli.commandLine(context);
            command.setOut(new PrintWriter(told, true));
            command.setErr(new PrintWriter(faults, true));
            return command.execute(arguments);
        } finally {
            System.setIn(before);
            out = told.toString();
            err = faults.toString();
        }
    }
}

package org.protocolgate.cli;

import io.micronaut.configuration.picocli.MicronautFactory;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the program; without one it serves. */
@Command(
        name = "protocol-gate",
        description =
                "Says whether a participant of a clinical trial may pass a gate of the protocol on a day. Without a command it serves.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {CheckCommand.class, AmendCommand.class, UserCommand.class, VerifyCommand.class})
public final class Cli {

    private Cli() {}

    /** Runs a command, and gives the exit code that its help names. */
    public static int run(String... args) {
        try (ApplicationContext context =
                ApplicationContext.builder(Environment.CLI).banner(false).start()) {
            return commandLine(context).execute(args);
        }
    }

    static CommandLine commandLine(ApplicationContext context) {
        return new CommandLine(new Cli(), new MicronautFactory(context));
    }
}

package org.protocolgate.cli;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.AccountRefusedException;
import org.protocolgate.user.Role;
import org.protocolgate.user.User;
import org.protocolgate.user.Users;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the accounts; who can run this on the service's machine and database needs no login. */
@Command(name = "user", description = "Keeps the accounts of the service.", mixinStandardHelpOptions = true)
final class UserCommand {

    private static final Actor ACTOR = new Actor("command line", "SERVICE");

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final StoredStudy study;

    @Inject
    UserCommand(StoredStudy study) {
        this.study = study;
    }

    @Command(
            description = "Adds an account; asks for its password, or reads it from standard input.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}") Role role)
            throws IOException {
        Optional<String> password = TypedPassword.ask();
        if (password.isEmpty()) {
            return refused("No password was given, or not the same twice.");
        }
        return run((users, context) -> {
            users.add(name, role, password.get(), ACTOR);
            say(name + " may log in as " + role + ".");
        });
    }

    @Command(description = "Lists the accounts.", mixinStandardHelpOptions = true)
    int list() {
        return run((users, context) -> {
            Instant now = context.getBean(Clock.class).instant();
            users.list().forEach(user -> say(line(user, now)));
        });
    }

    @Command(
            description = "Gives a password for one login, after which it has to be changed.",
            mixinStandardHelpOptions = true)
    int reset(@Parameters(paramLabel = "NAME") String name) {
        return run((users, context) -> say(users.reset(name, ACTOR)));
    }

    @Command(description = "Lets nobody log in any more.", mixinStandardHelpOptions = true)
    int deactivate(@Parameters(paramLabel = "NAME") String name) {
        return run((users, context) -> users.deactivate(name, ACTOR));
    }

    @Command(description = "Ends a lockout before its time.", mixinStandardHelpOptions = true)
    int unlock(@Parameters(paramLabel = "NAME") String name) {
        return run((users, context) -> users.unlock(name, ACTOR));
    }

    private int run(BiConsumer<Users, ApplicationContext> what) {
        try (ApplicationContext context = study.open()) {
            what.accept(context.getBean(Users.class), context);
            return CommandLine.ExitCode.OK;
        } catch (AccountRefusedException e) {
            return refused(e.getMessage());
        } catch (StoredStudy.NotReachedException e) {
            refused(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static String line(User user, Instant now) {
        Instant until = user.lockedUntil();
        return "%-20s %-12s %s%s%s"
                .formatted(
                        user.name(),
                        user.role(),
                        user.active() ? "active" : "not active",
                        user.mustChange() ? ", has to change the password" : "",
                        until != null && now.isBefore(until) ? ", locked until " + until : "")
                .stripTrailing();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private int refused(@Nullable String why) {
        spec.commandLine().getErr().println(why);
        return CommandLine.ExitCode.USAGE;
    }
}

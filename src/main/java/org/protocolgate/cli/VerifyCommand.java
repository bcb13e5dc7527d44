package org.protocolgate.cli;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.FileVerification;
import org.protocolgate.audit.Seal;
import org.protocolgate.audit.SealFile;
import org.protocolgate.audit.StoredVerification;
import org.protocolgate.audit.Verified;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether the audit log, or an export of it, is as it was recorded. */
@Command(
        name = "verify",
        description = "Is the audit log whole, or an export of it? Names the first fault of each chain.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:whole",
            "3:not whole, or an export that was filtered, which cannot show it",
            "2:bad usage or input",
            "1:failure"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int NOT_WHOLE = 3;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.ndjson",
            description = "An export; the configured database, where nobody says.")
    @Nullable
    Path file;

    @Option(
            names = "--seal",
            paramLabel = "FILE",
            description = "A seal that was kept elsewhere: shows what was cut off.")
    @Nullable
    Path seal;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final StoredStudy study;

    @Inject
    VerifyCommand(StoredStudy study) {
        this.study = study;
    }

    @Override
    public Integer call() throws IOException {
        Seal kept = seal == null ? null : read(seal);
        if (file == null) {
            return stored(kept);
        }
        return print(FileVerification.verify(readable(file), kept));
    }

    private int stored(@Nullable Seal kept) {
        try (ApplicationContext open = study.open()) {
            return print(open.getBean(StoredVerification.class).verify(kept));
        } catch (StoredStudy.NotReachedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int print(Verified verified) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(verified.says());
        verified.faults().forEach(fault -> out.println(fault.says()));
        return verified.whole() ? CommandLine.ExitCode.OK : NOT_WHOLE;
    }

    private Seal read(Path kept) throws IOException {
        try {
            return SealFile.read(readable(kept));
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private Path readable(Path given) {
        if (!Files.isReadable(given) || Files.isDirectory(given)) {
            throw bad(given + ": no such file, or it cannot be read");
        }
        return given;
    }

    private CommandLine.ParameterException bad(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }
}

package org.protocolgate.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Rules with a fault that shows with some participants only. */
public final class FailingRules {

    private FailingRules() {}

    /** Copies the rules into a folder, changed so that one fails on a drug without a name. */
    public static void copyTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : TestRules.files().files().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(
                    copy,
                    file.getValue()
                            .replace(
                                    "DrugExposure( surelyTaken(",
                                    "DrugExposure( drug.name().length() > 0, surelyTaken("));
        }
    }
}

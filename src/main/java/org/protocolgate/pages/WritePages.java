package org.protocolgate.pages;

import java.nio.file.Path;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;

/** Writes the pages of the bundled rules into the folder that is named. */
public final class WritePages {

    private WritePages() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("one argument is expected: the folder to write into");
        }
        write(RuleFolder.bundled(), Path.of(args[0]));
    }

    static void write(RuleFolder rules, Path folder) {
        try (Rulebook rulebook = Rulebook.load(rules)) {
            RulePages.of(rulebook).write(folder);
        }
    }
}

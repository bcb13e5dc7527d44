package org.protocolgate.rulebook;

import java.nio.file.Path;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;

/** The project's own rules, compiled once for all tests. */
public final class TestRules {

    public static final String STUDY = "NCT07339332";

    public static final Path FOLDER = Path.of("rules");

    private static final class Loaded {
        static final RuleFolder FILES = RuleFolder.of(FOLDER);
        static final Rulebook RULEBOOK = Rulebook.load(FILES);
    }

    private TestRules() {}

    public static RuleFolder files() {
        return Loaded.FILES;
    }

    public static Rulebook rulebook() {
        return Loaded.RULEBOOK;
    }

    public static ProtocolVersion newest() {
        return rulebook().newest(STUDY).orElseThrow();
    }
}

package org.protocolgate.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Texts;
import picocli.CommandLine.Option;

/** The part of a question that can be given beside the dossier; what is given counts. */
final class Asked {

    @Option(names = "--gate", paramLabel = "GATE", description = "SCREENING, LYMPHODEPLETION, INFUSION or FOLLOW_UP.")
    @Nullable
    String gate;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the gate, such as 2026-03-10.")
    @Nullable
    String on;

    @Option(names = "--as-of", paramLabel = "MOMENT", description = "The moment of asking; now, where nobody says.")
    @Nullable
    String asOf;

    @Option(names = "--protocol-version", paramLabel = "VERSION", description = "The newest, where nobody says.")
    @Nullable
    String protocolVersion;

    @Option(names = "--lang", paramLabel = "LANG", description = "en or zh-CN.", defaultValue = "en")
    String language = "en";

    Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        put(given, "gate", gate);
        put(given, "on", on);
        put(given, "asOf", asOf);
        put(given, "protocolVersion", protocolVersion);
        return given;
    }

    Locale language() {
        return language.startsWith("zh") ? Texts.CHINESE : Locale.ENGLISH;
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}

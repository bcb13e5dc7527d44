package org.protocolgate.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Which form answers what a rule asks for, by the reason that it gives. */
final class FormTable {

    private static final String FILE = "/screens/forms.properties";

    /** By reason. */
    static final Map<String, Row> ROWS = read();

    private FormTable() {}

    /**
     * A form.
     *
     * @param type of the fact that is entered
     * @param typed what is filled in
     * @param slot the argument of the finding that names whom it is recorded of, or null for the participant asked about
     */
    record Row(
            String type,
            Map<String, String> typed,
            @Nullable String slot) {

        static Row of(String line) {
            Map<String, String> typed = new HashMap<>();
            String type = "";
            String slot = null;
            for (String word : line.split(" ")) {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    typed.put(word.substring(0, equals), word.substring(equals + 1));
                } else if (word.startsWith("@")) {
                    slot = word.substring(1);
                } else {
                    type = word;
                }
            }
            return new Row(type, Map.copyOf(typed), slot);
        }
    }

    private static Map<String, Row> read() {
        Properties lines = new Properties();
        try (InputStream file = FormTable.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the product was built without " + FILE);
            }
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Row> rows = new HashMap<>();
        lines.stringPropertyNames().forEach(reason -> rows.put(reason, Row.of(lines.getProperty(reason))));
        return Map.copyOf(rows);
    }
}

package org.protocolgate.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table of {@code codes/}: its rows by code, or by system and code. */
final class CodeTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setCommentMarker('#')
            .get();

    private final Map<String, Map<String, String>> rows = new HashMap<>();

    private CodeTable() {}

    static CodeTable of(String name) {
        CodeTable table = new CodeTable();
        try (InputStream in = Objects.requireNonNull(CodeTable.class.getResourceAsStream("/codes/" + name + ".csv"));
                CSVParser parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser) {
                String system = row.isMapped("system") ? row.get("system") + " " : "";
                table.rows.put(system + row.get("code"), row.toMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    @Nullable
    Row row(String key) {
        Map<String, String> row = rows.get(key);
        return row == null ? null : new Row(row);
    }

    /** The row whose key is the longest beginning of this one. */
    @Nullable
    Row longest(String key) {
        for (int length = key.length(); length > 0; length--) {
            Map<String, String> row = rows.get(key.substring(0, length));
            if (row != null) {
                return new Row(row);
            }
        }
        return null;
    }

    /** A row of it. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        String becomes() {
            return get("becomes");
        }
    }
}

package org.protocolgate.protocol;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code terminology/}: the drug table and the tables of scores, equivalences and formulas. */
final class TerminologyFiles {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setCommentMarker('#')
            .get();
    private static final String DRUGS = "terminology/drugs.csv";

    private TerminologyFiles() {}

    static Terminology drugs(RuleFolder folder) {
        return new Terminology(records(folder, DRUGS).stream()
                .map(row -> new Terminology.Row(
                        row.get("system"),
                        row.get("code"),
                        row.get("substance").isEmpty() ? null : row.get("substance"),
                        classes(row.get("classes"))))
                .toList());
    }

    static Tables tables(RuleFolder folder) {
        Map<String, List<Tables.Row>> tables = new LinkedHashMap<>();
        for (String path : folder.paths("terminology", ".csv")) {
            if (path.equals(DRUGS)) {
                continue;
            }
            List<Tables.Row> rows = new ArrayList<>();
            for (CSVRecord row : records(folder, path)) {
                rows.add(new Tables.Row(row.get("item"), row.get("group"), number(path, row)));
            }
            tables.put(path.substring("terminology/".length(), path.length() - ".csv".length()), List.copyOf(rows));
        }
        return new Tables(tables);
    }

    private static BigDecimal number(String path, CSVRecord row) {
        try {
            return new BigDecimal(row.get("number"));
        } catch (NumberFormatException e) {
            throw new FaultyRulesException(List.of(path + ": line " + row.getRecordNumber() + ": no number: " + row));
        }
    }

    private static Set<String> classes(String names) {
        return Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<CSVRecord> records(RuleFolder folder, String path) {
        try (CSVParser parser = FORMAT.parse(new StringReader(folder.text(path)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new FaultyRulesException(List.of(path + ": " + e.getMessage()));
        }
    }
}

package org.protocolgate.cdisc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.importing.SentJson;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/**
 * The text of a dataset, split into its rows.
 *
 * @param study identifier of the study it is of
 */
record DatasetText(String study, List<Row> rows) {

    private static final String VERSION = "datasetJSONVersion";
    private static final String SUPPORTED = "1.1";
    private static final int LONGEST_STUDY = 200;
    private static final int DEEPEST = 20;
    private static final SentJson JSON = new SentJson(DEEPEST, "no well-formed JSON");

    /** Whether a JSON file is a dataset, by the key that says which version of the format it has. */
    static boolean isOne(Path file) {
        try (JsonParser parser = JSON.parser(file)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals(VERSION)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws RefusedException where it is no dataset, or none of a domain that is read */
    static DatasetText read(Path file) throws RefusedException {
        JsonNode dataset = json(file);
        if (!dataset.path(VERSION).asText().startsWith(SUPPORTED)) {
            throw refused("/" + VERSION, SUPPORTED + " is expected");
        }
        String domain = dataset.path("name").asText();
        if (!Domains.all().contains(domain)) {
            throw refused("/name", "no dataset that is taken over, " + domain + "; expected one of " + Domains.all());
        }
        List<String> names = new ArrayList<>();
        dataset.path("columns").forEach(column -> names.add(column.path("name").asText()));
        if (!names.contains("USUBJID")) {
            throw refused("/columns", "a column USUBJID is expected");
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : dataset.path("rows")) {
            int number = rows.size() + 1;
            if (!row.isArray() || row.size() != names.size()) {
                throw refused("/rows/" + (number - 1), "a list of " + names.size() + " values is expected");
            }
            rows.add(new Row(domain, number, values(names, row)));
        }
        return new DatasetText(study(dataset.path("studyOID").asText().strip()), rows);
    }

    private static String study(String named) {
        boolean usable = !named.isEmpty()
                && named.length() <= LONGEST_STUDY
                && named.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        return usable ? named : "CDISC";
    }

    private static Map<String, String> values(List<String> names, JsonNode row) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode value = row.get(i);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                values.put(names.get(i), value.asText().strip());
            }
        }
        return values;
    }

    private static JsonNode json(Path file) throws RefusedException {
        JsonNode read = JSON.read(file);
        return read == null ? MissingNode.getInstance() : read;
    }

    private static RefusedException refused(String pointer, String message) {
        return new RefusedException(List.of(new Violation(pointer, message)));
    }
}

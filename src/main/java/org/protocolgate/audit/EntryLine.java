package org.protocolgate.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as a line of an export: its columns are the same in CSV and NDJSON. */
final class EntryLine {

    static final List<String> COLUMNS = List.of(
            "time",
            "siteTime",
            "user",
            "action",
            "details",
            "record",
            "role",
            "chain",
            "seq",
            "participant",
            "level",
            "criterion",
            "rule",
            "status",
            "decision",
            "hash",
            "id");

    private EntryLine() {}

    /** In the order of the columns; the number alone is no text. */
    static List<@Nullable Object> values(Entry entry, ZoneId site) {
        List<@Nullable Object> values = new ArrayList<>(COLUMNS.size());
        values.add(entry.at().toString());
        values.add(siteTime(entry.at(), site));
        values.add(entry.username());
        values.add(entry.action());
        values.add(entry.details());
        values.add(entry.record());
        values.add(entry.role());
        values.add(entry.chain());
        values.add(entry.seq());
        values.add(entry.participant());
        values.add(entry.level());
        values.add(entry.criterion());
        values.add(entry.rule());
        values.add(entry.status());
        values.add(entry.decision() == null ? null : entry.decision().toString());
        values.add(entry.hash());
        values.add(entry.id().toString());
        return values;
    }

    static ObjectNode json(Entry entry, ZoneId site) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        List<@Nullable Object> values = values(entry, site);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Long number) {
                line.put(COLUMNS.get(i), number);
            } else {
                line.put(COLUMNS.get(i), (String) value);
            }
        }
        return line;
    }

    /**
     * Reads a line again.
     *
     * @throws IllegalArgumentException when it is not written as {@link #json} writes it
     */
    static Entry read(JsonNode line) {
        try {
            String decision = optional(line, "decision");
            Entry entry = new Entry(
                    UUID.fromString(text(line, "id")),
                    text(line, "chain"),
                    line.path("seq").asLong(),
                    Instant.parse(text(line, "time")),
                    text(line, "user"),
                    text(line, "role"),
                    text(line, "action"),
                    optional(line, "participant"),
                    optional(line, "level"),
                    optional(line, "criterion"),
                    optional(line, "rule"),
                    optional(line, "status"),
                    decision == null ? null : UUID.fromString(decision),
                    optional(line, "record"),
                    text(line, "details"),
                    text(line, "hash"));
            ZoneId offset = OffsetDateTime.parse(text(line, "siteTime")).getOffset();
            if (!json(entry, offset).toString().equals(line.toString())) {
                throw new IllegalArgumentException("something was added to the line, or is written otherwise");
            }
            return entry;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is not one", e);
        }
    }

    private static String siteTime(Instant at, ZoneId site) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(at, site));
    }

    private static String text(JsonNode line, String name) {
        String text = optional(line, name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode line, String name) {
        JsonNode value = line.path(name);
        return value.isTextual() ? value.asText() : null;
    }
}

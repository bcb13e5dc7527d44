package org.protocolgate.sheet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Reads the rows under a header into facts of a kind. */
final class Rows {

    private static final String FORMULA = "a formula; put what it comes to in its place";

    private final String kind;
    private final String sheet;
    private final List<@Nullable Column> columns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int idAt = -1;

    /**
     * Begins with the header.
     *
     * @param sheet how the sheet is called in places, or nothing
     * @throws RefusedException naming every column that is unknown or stands there twice
     */
    Rows(String kind, String sheet, List<Written> header) throws RefusedException {
        this.kind = kind;
        this.sheet = sheet;
        Map<String, Column> known = new HashMap<>();
        List<Column> of = Kinds.of(kind);
        if (of == null) {
            throw refused(sheet, "no kind of facts, " + kind + "; expected one of " + Kinds.all());
        }
        of.forEach(column -> known.put(column.name(), column));
        List<Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Written cell : header) {
            String name = cell.text().strip();
            Column column = known.get(name);
            boolean isId = name.equals(Kinds.ID);
            if (!name.isEmpty() && !seen.add(name)) {
                faults.add(new Violation(place(1), "the column " + name + " stands there twice"));
            } else if (!name.isEmpty() && column == null && !isId) {
                faults.add(new Violation(place(1), "no column, " + name + "; expected some of " + known.keySet()));
            }
            idAt = isId ? columns.size() : idAt;
            columns.add(column);
        }
        if (seen.isEmpty()) {
            faults.add(new Violation(place(1), "a header is expected, with some of " + known.keySet()));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    /** What is written in a cell, and what of it cannot be read. */
    record Written(String text, @Nullable String fault) {

        static Written of(String text) {
            return new Written(text, text.stripLeading().startsWith("=") ? FORMULA : null);
        }

        static Written formula() {
            return new Written("", FORMULA);
        }

        boolean isBlank() {
            return text.isBlank() && fault == null;
        }
    }

    /** Reads a row; null where it is empty. */
    @Nullable
    Reading read(int number, List<Written> cells) {
        if (cells.stream().allMatch(Written::isBlank)) {
            return null;
        }
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        fact.put("type", kind);
        List<Remark> faults = new ArrayList<>();
        String id = null;
        for (int i = 0; i < cells.size(); i++) {
            Written cell = cells.get(i);
            Column column = i < columns.size() ? columns.get(i) : null;
            String text = cell.text().strip();
            if (cell.isBlank()) {
                continue;
            }
            String name = column != null ? column.name() : i == idAt ? Kinds.ID : "column " + (i + 1);
            String fault = cell.fault();
            if (fault == null && i == idAt) {
                id = text;
                fault = ids.add(text) ? null : "the same id stands in a row above";
            } else if (fault == null) {
                fault = column == null ? "a cell without a column above it" : column.fill(fact, text);
            }
            if (fault != null) {
                faults.add(Remark.of(name, text.isEmpty() ? null : text, fault));
            }
        }
        return new Reading(
                place(number),
                id == null ? null : kind + "/" + id,
                null,
                faults.isEmpty() ? Reading.Kind.TAKE : Reading.Kind.REFUSE,
                faults.isEmpty() ? List.of(fact) : List.of(),
                faults);
    }

    private String place(int number) {
        return (sheet.isEmpty() ? "" : "sheet " + sheet + ", ") + "row " + number;
    }

    static RefusedException refused(String place, String message) {
        return new RefusedException(List.of(new Violation(place, message)));
    }
}

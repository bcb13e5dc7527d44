package org.protocolgate.sheet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Column;
import org.protocolgate.importing.Kinds;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Reads the rows under a header into facts of a kind. */
final class Rows {

    /** Of a sheet of several participants, the column that says whose a row is. */
    static final String PARTICIPANT = "participant";

    /** Under which the rows of a sheet of one participant are found. */
    static final String ONE = "";

    private static final String TYPE = "type";
    private static final String FORMULA = "a formula; put what it comes to in its place";

    private final @Nullable String kind;
    private final String sheet;
    private final boolean many;
    private final List<String> names = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * Begins with the header.
     *
     * @param kind of all rows; where there is no such kind, each row has to say its own in a column
     * @param sheet how the sheet is called in places, or nothing
     * @param many whether each row says whose it is
     * @throws RefusedException naming every column that is unknown or stands there twice
     */
    Rows(@Nullable String kind, String sheet, boolean many, List<Written> header) throws RefusedException {
        this.sheet = sheet;
        this.many = many;
        boolean mixed = header.stream().anyMatch(cell -> cell.text().strip().equals(TYPE));
        this.kind = kind == null || Kinds.of(kind) == null || mixed ? null : kind;
        if (this.kind == null && !mixed) {
            throw refused(
                    sheet.isEmpty() ? "kind" : "sheet " + sheet,
                    "says no kind of facts, and there is no column " + TYPE + "; expected one of " + Kinds.all());
        }
        Set<String> known = this.kind == null ? Kinds.columns() : Kinds.columns(this.kind);
        List<Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Written cell : header) {
            String name = cell.text().strip();
            boolean isOurs = name.equals(Kinds.ID) || mixed && name.equals(TYPE) || many && name.equals(PARTICIPANT);
            if (!name.isEmpty() && !seen.add(name)) {
                faults.add(new Violation(place(1), "the column " + name + " stands there twice"));
            } else if (!name.isEmpty() && !known.contains(name) && !isOurs) {
                faults.add(new Violation(place(1), "no column, " + name + "; expected some of " + known));
            }
            names.add(name);
        }
        if (seen.isEmpty()) {
            faults.add(new Violation(place(1), "a header is expected, with some of " + known));
        }
        if (many && !seen.contains(PARTICIPANT)) {
            faults.add(new Violation(place(1), "a column " + PARTICIPANT + " is expected, with codes"));
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

    /**
     * Reads a row that is not empty.
     *
     * @param into readings by participant
     * @throws RefusedException where it does not say whose it is, and has to
     */
    void add(int number, List<Written> cells, Map<String, List<Reading>> into) throws RefusedException {
        Reading reading = read(number, cells);
        String whose = many ? said(PARTICIPANT, cells) : ONE;
        if (reading != null && many && whose.isEmpty()) {
            throw refused(place(number), "does not say whose it is");
        }
        if (reading != null) {
            into.computeIfAbsent(whose, w -> new ArrayList<>()).add(reading);
        }
    }

    private @Nullable Reading read(int number, List<Written> cells) {
        if (cells.stream().allMatch(Written::isBlank)) {
            return null;
        }
        List<Remark> faults = new ArrayList<>();
        String of = kind == null ? said(TYPE, cells) : kind;
        List<Column> columns = Kinds.of(of);
        if (columns == null) {
            faults.add(Remark.of(TYPE, of, "no kind of facts; expected one of " + Kinds.all()));
            return reading(number, null, List.of(), faults);
        }
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        fact.put(TYPE, of);
        for (int i = 0; i < cells.size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            if (!cells.get(i).isBlank() && !name.equals(TYPE) && !(many && name.equals(PARTICIPANT))) {
                fill(
                        said(PARTICIPANT, cells),
                        fact,
                        columns,
                        name.isEmpty() ? "column " + (i + 1) : name,
                        cells.get(i),
                        faults);
            }
        }
        String id = said(Kinds.ID, cells);
        return reading(number, id.isEmpty() ? null : of + "/" + id, List.of(fact), faults);
    }

    private void fill(
            String whose, ObjectNode fact, List<Column> columns, String name, Written cell, List<Remark> faults) {
        String text = cell.text().strip();
        String fault = cell.fault();
        if (fault == null && name.equals(Kinds.ID)) {
            fault = ids.add(whose + "/" + fact.get(TYPE).asText() + "/" + text)
                    ? null
                    : "the same id stands in a row above";
        } else if (fault == null) {
            Column column = columns.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            fault = column == null ? "a cell in a column that facts of this kind do not have" : column.fill(fact, text);
        }
        if (fault != null) {
            faults.add(Remark.of(name, text.isEmpty() ? null : text, fault));
        }
    }

    /** What stands in a column, or nothing. */
    private String said(String name, List<Written> cells) {
        int at = names.indexOf(name);
        return at < 0 || at >= cells.size() ? "" : cells.get(at).text().strip();
    }

    private Reading reading(int number, @Nullable String record, List<ObjectNode> facts, List<Remark> faults) {
        boolean readable = faults.isEmpty();
        return new Reading(
                place(number),
                record,
                null,
                readable ? Reading.Kind.TAKE : Reading.Kind.REFUSE,
                readable ? facts : List.of(),
                faults);
    }

    private String place(int number) {
        return (sheet.isEmpty() ? "" : "sheet " + sheet + ", ") + "row " + number;
    }

    static RefusedException refused(String place, String message) {
        return new RefusedException(List.of(new Violation(place, message)));
    }
}

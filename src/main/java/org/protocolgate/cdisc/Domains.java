package org.protocolgate.cdisc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.protocolgate.importing.Reading;
import org.protocolgate.protocol.Terminology;

/** The domains that are taken over, and how a row of each is read. */
final class Domains {

    /** Reads a row. */
    private interface Reader {
        void read(Row row, Terminology terminology, Notes notes);
    }

    private static final Map<String, Reader> READERS = new TreeMap<>(Map.of(
            "CM", Drugs::read,
            "LB", (row, terminology, notes) -> Results.lab(row, notes),
            "VS", (row, terminology, notes) -> Results.vital(row, notes),
            "MH", (row, terminology, notes) -> history(row, notes),
            "PR", (row, terminology, notes) -> procedure(row, notes),
            "AE", (row, terminology, notes) -> event(row, notes),
            "DM",
                    (row, terminology, notes) ->
                            notes.skip("who the participant is, its code says; nothing of the demographics is kept")));

    private Domains() {}

    static Collection<String> all() {
        return READERS.keySet();
    }

    static Reading read(Row row, Terminology terminology) {
        Notes notes = new Notes(row);
        Reader reader = READERS.get(row.domain());
        if (reader == null) {
            notes.skip("no domain that is taken over");
        } else if (row.is("STAT", "NOT DONE")) {
            notes.takeBack("not done");
        } else if (row.is("OCCUR", "N")) {
            notes.takeBack("did not occur");
        } else if (row.is("OCCUR", "U")) {
            notes.none("OCCUR", "whether it occurred is not known");
        } else {
            reader.read(row, terminology, notes);
        }
        return notes.reading();
    }

    private static void history(Row row, Notes notes) {
        String term = row.get("DECOD") == null ? row.get("TERM") : row.get("DECOD");
        if (term == null) {
            notes.none("TERM", "does not say which condition");
            return;
        }
        ObjectNode fact = notes.fact("condition");
        fact.put("kind", "OTHER").put("name", term);
        Periods.fill(row, fact, notes, true);
        notes.doubt(
                "TERM",
                "has no code, so it was taken as OTHER, which no criterion asks for; correct the kind if it is one that a "
                        + "criterion names");
    }

    private static void procedure(Row row, Notes notes) {
        String name = row.get("DECOD") == null ? row.get("TRT") : row.get("DECOD");
        if (name == null) {
            notes.none("TRT", "does not say which procedure");
            return;
        }
        ObjectNode fact = notes.fact("procedure");
        fact.put("kind", "OTHER").put("name", name);
        Periods.fill(row, fact, notes, true);
        notes.doubt(
                "TRT",
                "has no code, so it was taken as OTHER, which no criterion asks for; correct the kind if it was major surgery, "
                        + "a transplantation, dialysis, plasma exchange or a cell therapy");
    }

    private static void event(Row row, Notes notes) {
        String term = row.get("DECOD") == null ? row.get("TERM") : row.get("DECOD");
        if (term == null) {
            notes.none("TERM", "does not say what happened");
            return;
        }
        ObjectNode fact = notes.fact("adverseEvent");
        fact.put("term", term);
        Periods.fill(row, fact, notes, true);
        String grade = row.get("TOXGR");
        if (grade != null && grade.matches("[1-5]")) {
            fact.put("grade", Integer.parseInt(grade));
        } else {
            notes.doubt("TOXGR", "the grade from 1 to 5 is not said");
        }
    }
}

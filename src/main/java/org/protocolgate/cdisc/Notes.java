package org.protocolgate.cdisc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;

/** What is read of a row, in the making. */
final class Notes {

    private final Row row;
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable ObjectNode fact;
    private Reading.Kind kind = Reading.Kind.TAKE;

    Notes(Row row) {
        this.row = row;
    }

    ObjectNode fact(String type) {
        fact = JsonNodeFactory.instance.objectNode().put("type", type);
        return fact;
    }

    /** Something is missing; the rest is taken. */
    void doubt(String variable, String text) {
        remarks.add(Remark.of(row.domain() + variable, row.get(variable), text));
        kind = kind == Reading.Kind.TAKE ? Reading.Kind.DOUBT : kind;
    }

    void note(String text) {
        remarks.add(Remark.of(text));
    }

    /** So much is missing that nothing is taken. */
    void none(String variable, String text) {
        fact = null;
        doubt(variable, text);
    }

    void skip(String text) {
        fact = null;
        remarks.clear();
        remarks.add(Remark.of(text));
        kind = Reading.Kind.SKIP;
    }

    /** The row says that it was not so. */
    void takeBack(String text) {
        skip(text);
        kind = Reading.Kind.TAKE_BACK;
    }

    /** Fills a key with what a variable says, if it says something. */
    void put(ObjectNode into, String key, @Nullable String value) {
        if (value != null) {
            into.put(key, value);
        }
    }

    Reading reading() {
        String sequence = row.get("SEQ");
        return new Reading(
                row.place(),
                sequence == null ? null : row.domain() + "/" + sequence,
                null,
                kind,
                fact == null ? List.of() : List.of(fact),
                List.copyOf(remarks));
    }
}

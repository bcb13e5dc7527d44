package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;

/** A reading of a resource in the making. */
final class Draft {

    private final List<ObjectNode> facts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Reading.Kind kind = Reading.Kind.TAKE;

    /** A new fact of it, to be filled. */
    ObjectNode fact(String type) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        fact.put("type", type);
        facts.add(fact);
        return fact;
    }

    /** Something is missing or not clear; what there is is taken. */
    void doubt(String text) {
        doubt(Remark.of(text));
    }

    void doubt(Remark remark) {
        remarks.add(remark);
        if (kind == Reading.Kind.TAKE) {
            kind = Reading.Kind.DOUBT;
        }
    }

    /** Something to be known that leaves no doubt. */
    void note(String text) {
        remarks.add(Remark.of(text));
    }

    /** So much is missing that nothing is taken. */
    void none(String text) {
        end(Reading.Kind.DOUBT, text);
    }

    /** It is nothing that is taken over. */
    void skip(String text) {
        end(Reading.Kind.SKIP, text);
    }

    /** The source says that it is not so. */
    void takeBack(String text) {
        end(Reading.Kind.TAKE_BACK, text);
    }

    /** It cannot be read. */
    void refuse(String text) {
        end(Reading.Kind.REFUSE, text);
    }

    private void end(Reading.Kind as, String text) {
        facts.clear();
        remarks.clear();
        remarks.add(Remark.of(text));
        kind = as;
    }

    Reading reading(String place, @Nullable String record, @Nullable String version) {
        return new Reading(place, record, version, kind, List.copyOf(facts), List.copyOf(remarks));
    }
}

package org.protocolgate.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One record of what was sent, as it was read.
 *
 * @param place where it stands in what was sent: an entry of a bundle, a row
 * @param record its identity at its source, by which it is known again; null where it has none, then its content is it
 * @param version its version there
 * @param facts as they would be sent to be recorded
 * @param otherwise of a record that may be new or changed: what it is where nothing was taken of it before
 */
public record Reading(
        String place,
        @Nullable String record,
        @Nullable String version,
        Kind kind,
        List<ObjectNode> facts,
        List<Remark> remarks,
        @Nullable Reading otherwise) {

    public Reading(
            String place,
            @Nullable String record,
            @Nullable String version,
            Kind kind,
            List<ObjectNode> facts,
            List<Remark> remarks) {
        this(place, record, version, kind, facts, remarks, null);
    }

    /** What is to be done with it. */
    public enum Kind {
        /** Its facts are taken. */
        TAKE,
        /** Its facts, if any, are taken; what a person has to add is remarked. */
        DOUBT,
        /** It is nothing that is taken over. */
        SKIP,
        /** The source says that it never was so: what was taken of it before is withdrawn. */
        TAKE_BACK,
        /** The same, of every record whose identity begins with its own. */
        TAKE_BACK_ALL,
        /** Its one fact holds only what changed; null stands for what is no longer said. What is not there stays as it was. */
        AMEND,
        /** It cannot be read. */
        REFUSE
    }

    /** A fact with its keys in one order: whether it changed is told by its text. */
    public static ObjectNode sorted(ObjectNode fact) {
        ObjectNode sorted = fact.objectNode();
        Set<String> names = new TreeSet<>();
        fact.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = fact.get(name);
            sorted.set(name, value instanceof ObjectNode object ? sorted(object) : value);
        }
        return sorted;
    }
}

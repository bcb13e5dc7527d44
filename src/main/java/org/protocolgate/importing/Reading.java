package org.protocolgate.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of what was sent, as it was read.
 *
 * @param place where it stands in what was sent: an entry of a bundle, a row
 * @param record its identity at its source, by which it is known again; null where it has none, then its content is it
 * @param version its version there
 * @param facts as they would be sent to be recorded
 */
public record Reading(
        String place,
        @Nullable String record,
        @Nullable String version,
        Kind kind,
        List<ObjectNode> facts,
        List<Remark> remarks) {

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
        /** It cannot be read. */
        REFUSE
    }
}

package org.protocolgate.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.protocolgate.audit.Digest;
import org.protocolgate.intake.SentFact;

/**
 * A record whose facts were read as those that are sent to be recorded are.
 *
 * @param record its identity at its source, or that of its content
 * @param facts with their source; empty where it cannot be read
 */
record Readable(Reading reading, String record, Reading.Kind kind, List<Part> facts, List<Remark> remarks) {

    /** A fact of it. */
    record Part(SentFact fact, ObjectNode body, String digest) {}

    boolean isRefused() {
        return kind == Reading.Kind.REFUSE;
    }

    /** Of everything that would be taken of it. */
    String content() {
        StringBuilder all = new StringBuilder(kind.name());
        facts.forEach(part -> all.append(' ').append(part.digest()));
        return Digest.of(all.toString());
    }

    Readable but(Reading.Kind other, Remark why) {
        return new Readable(reading, record, other, List.of(), Readables.and(remarks, why));
    }
}

package org.protocolgate.study;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What was answered to a request that its sender may send again.
 *
 * @param name the key that the sender gave it
 * @param request digest of what was sent
 */
@MappedEntity("idempotency_key")
record Answered(String participant, String name, String request, String answer, Instant recordedAt) {

    /** The same answer to the same request. */
    String answerTo(String digest) {
        if (!request.equals(digest)) {
            throw new ConflictException("the Idempotency-Key came with another request before");
        }
        return answer;
    }
}

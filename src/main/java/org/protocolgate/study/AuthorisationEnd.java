package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * How an authorisation ceased to be open, as it is kept.
 *
 * @param id the authorisation's
 * @param body JSON of its {@link Ending}
 */
@MappedEntity("authorisation_end")
record AuthorisationEnd(
        @Id UUID id, String participant, long seq, String body, String digest, Instant recordedAt, String recordedBy) {

    Ending ending() {
        return Ending.read(body);
    }
}

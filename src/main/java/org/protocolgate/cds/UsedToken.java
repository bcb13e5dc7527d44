package org.protocolgate.cds;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A token that was used.
 *
 * @param digest of its issuer and identifier
 * @param until when it is refused for its age
 */
@MappedEntity("cds_used_token")
record UsedToken(@Id String digest, Instant until) {}

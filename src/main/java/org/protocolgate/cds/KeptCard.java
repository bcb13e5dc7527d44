package org.protocolgate.cds;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A card that was shown.
 *
 * @param client to whom, as it is configured
 * @param digest of what it said
 */
@MappedEntity("cds_card")
record KeptCard(
        @Id UUID id,
        String client,
        String service,
        String participant,
        String indicator,
        String digest,
        Instant shownAt) {}

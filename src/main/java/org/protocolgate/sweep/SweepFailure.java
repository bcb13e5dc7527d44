package org.protocolgate.sweep;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * That a participant's evaluation failed.
 *
 * @param fault the kind of fault; its words may quote what is recorded, and stay in the service's own log
 */
@MappedEntity("sweep_failure")
record SweepFailure(UUID sweep, String participant, String fault, Instant at) {}

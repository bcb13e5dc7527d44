package org.protocolgate.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** The newest entry of a chain. */
@MappedEntity("audit_chain")
record Head(@Id String chain, long seq, String hash, Instant at) {}

package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A participant who was enrolled under a wrong code. */
@MappedEntity("participant_voiding")
record Voided(@Id String participant, long seq, String reason, Instant recordedAt, String recordedBy) {}

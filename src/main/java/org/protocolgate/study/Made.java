package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is kept.
 *
 * @param gateDay the day of the gate as it was asked
 * @param known JSON: of each participant whose facts counted, the number of the newest entry that was known
 * @param dossier digest of the facts it rests on
 * @param essence what it comes to, without when it was asked; null for those of before there was one
 * @param fired digest of the rules that fired, each with the facts that it matched
 */
@MappedEntity("decision")
record Made(
        @Id UUID id,
        String participant,
        long seq,
        String study,
        String protocolVersion,
        String ruleSet,
        String gate,
        String gateDay,
        Instant asOf,
        @Nullable Instant asKnownAt,
        String known,
        String dossier,
        String fired,
        String verdict,
        @Nullable LocalDate earliest,
        @Nullable String essence,
        Instant recordedAt,
        String recordedBy) {}

package org.protocolgate.cds;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FeedbackRows extends GenericRepository<KeptCard, UUID> {

    /** @return 0 where this outcome of the card is recorded already */
    @Query("""
            insert into cds_feedback (card, outcome, reason_system, reason_code, user_comment, outcome_at, recorded_at, recorded_by)
            values (:card, :outcome, :reasonSystem, :reasonCode, :comment, :outcomeAt, :recordedAt, :recordedBy)
            on conflict do nothing""")
    int add(
            UUID card,
            String outcome,
            @Nullable String reasonSystem,
            @Nullable String reasonCode,
            @Nullable String comment,
            Instant outcomeAt,
            Instant recordedAt,
            String recordedBy);
}

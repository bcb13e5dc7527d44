package org.protocolgate.digest;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SentDigests extends GenericRepository<SentDigest, String> {

    @Query("select * from digest_sent where recipient = :recipient order by for_day desc limit 1")
    Optional<SentDigest> newest(String recipient);

    /**
     * Notes a digest as sent, unless it is noted already; tells whether it was noted. Whoever notes the same one meanwhile is
     * waited for.
     */
    @Query("insert into digest_sent (recipient, for_day, event, sent_at) values (:recipient, :day, :event, :at)"
            + " on conflict do nothing")
    int note(String recipient, LocalDate day, long event, Instant at);
}

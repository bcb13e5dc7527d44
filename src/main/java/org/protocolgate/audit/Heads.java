package org.protocolgate.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Heads extends GenericRepository<Head, String> {

    /** The head, held until the transaction ends: who comes next waits. */
    @Query("select chain, seq, hash, at from audit_chain where chain = :chain for update")
    Optional<Head> hold(String chain);

    @Query("insert into audit_chain (chain, seq, hash, at) values (:chain, 0, :hash, :at) on conflict do nothing")
    void begin(String chain, String hash, Instant at);

    @Query("update audit_chain set seq = :seq, hash = :hash, at = :at where chain = :chain")
    void move(String chain, long seq, String hash, Instant at);
}

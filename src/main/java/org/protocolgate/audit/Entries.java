package org.protocolgate.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Entries extends GenericRepository<Entry, UUID> {

    /** The number of the last entry of a chain that was recorded by then, or 0. */
    @Query("select coalesce(max(seq), 0) from audit_entry where chain = :chain and at <= :moment")
    long lastAt(String chain, Instant moment);

    void saveAll(List<Entry> entries);
}

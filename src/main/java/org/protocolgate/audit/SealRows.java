package org.protocolgate.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealRows extends GenericRepository<Seal, Long> {

    String COLUMNS = "select number, sealed_day, at, heads, previous, hash from audit_seal";

    void save(Seal seal);

    Optional<Seal> findById(Long number);

    @Query(COLUMNS + " order by number desc limit 1")
    Optional<Seal> newest();

    @Query(COLUMNS + " where number < :before order by number desc limit :limit")
    List<Seal> before(long before, int limit);

    @Query(COLUMNS + " where number > :after order by number limit :limit")
    List<Seal> after(long after, int limit);

    @Query(COLUMNS + " s where not exists (select 1 from audit_seal_mail m where m.number = s.number)"
            + " order by number desc limit :limit")
    List<Seal> unsent(int limit);

    @Query("insert into audit_seal_mail (number, sent_at) values (:number, :at) on conflict do nothing")
    void sent(long number, Instant at);

    @Query("select chain, seq, hash, at from audit_chain")
    List<Head> heads();
}

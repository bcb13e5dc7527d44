package org.protocolgate.cds;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UsedTokens extends GenericRepository<UsedToken, String> {

    /** @return 0 where it was used before */
    @Query("insert into cds_used_token (digest, until) values (:digest, :until) on conflict do nothing")
    int use(String digest, Instant until);

    @Query("delete from cds_used_token where until < :now")
    void forget(Instant now);
}

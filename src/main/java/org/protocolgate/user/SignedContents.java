package org.protocolgate.user;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SignedContents extends GenericRepository<Signed, UUID> {

    void save(Signed signed);

    /** The signature of a token, held until the transaction ends, so that it is used once. */
    @Query("select id, token_hash, username, role, meaning, digest, signed_at, expires_at, used_at"
            + " from signature where token_hash = :tokenHash for update")
    Optional<Signed> hold(String tokenHash);

    @Query("update signature set used_at = :at where id = :id")
    void use(UUID id, Instant at);
}

package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuthorisationEnds extends GenericRepository<AuthorisationEnd, UUID> {

    void save(AuthorisationEnd end);

    Optional<AuthorisationEnd> findById(UUID id);

    @Query("select * from authorisation_end where participant in (:codes)")
    List<AuthorisationEnd> of(List<String> codes);

    List<AuthorisationEnd> findByParticipant(String participant);
}

package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Voidings extends GenericRepository<Voided, String> {

    void save(Voided voiding);

    @Query("select * from participant_voiding where participant in (:codes)")
    List<Voided> of(List<String> codes);

    Optional<Voided> findByParticipant(String participant);
}

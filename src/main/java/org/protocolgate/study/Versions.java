package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Versions extends GenericRepository<Attributes, String> {

    void save(Attributes attributes);

    @Query(
            "select * from participant_version where participant = :participant and seq <= :known order by seq desc limit 1")
    Optional<Attributes> newest(String participant, long known);

    List<Attributes> findByParticipantOrderBySeq(String participant);
}

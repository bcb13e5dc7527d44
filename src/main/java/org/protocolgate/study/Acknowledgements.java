package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Acknowledgements extends GenericRepository<Acknowledged, UUID> {

    void save(Acknowledged acknowledgement);

    @Query("select * from acknowledgement where decision = :decision order by seq")
    List<Acknowledged> ofDecision(UUID decision);

    @Query("select * from acknowledgement where decision in (:decisions) order by participant, seq")
    List<Acknowledged> ofDecisions(List<UUID> decisions);
}

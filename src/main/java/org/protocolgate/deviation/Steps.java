package org.protocolgate.deviation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Steps extends GenericRepository<Step, UUID> {

    void saveAll(List<Step> steps);

    @Query("select * from deviation_step where deviation = :deviation order by seq")
    List<Step> of(UUID deviation);

    /** Those of several deviations, each one's in their order. */
    @Query("select * from deviation_step where deviation in (:deviations) order by participant, seq")
    List<Step> ofAll(List<UUID> deviations);
}

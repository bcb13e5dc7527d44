package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DoseDecisions extends GenericRepository<DoseDecided, UUID> {

    void save(DoseDecided decision);

    @Query("select * from dose_decision where study = :study order by seq")
    List<DoseDecided> ofStudy(String study);
}

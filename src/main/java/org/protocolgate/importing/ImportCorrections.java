package org.protocolgate.importing;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ImportCorrections extends GenericRepository<ImportCorrection, UUID> {

    void saveAll(List<ImportCorrection> corrections);
}

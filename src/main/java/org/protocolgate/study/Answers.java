package org.protocolgate.study;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Answers extends GenericRepository<Answer, UUID> {

    void saveAll(List<Answer> answers);

    Optional<Answer> findByDecisionAndLanguage(UUID decision, String language);
}

package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RuleSets extends GenericRepository<RuleSet, String> {

    Optional<RuleSet> findByDigest(String digest);

    /** Several services may keep the same rules at the same time. */
    @Query("""
            insert into rule_set (digest, study, version, source, engine, recorded_at)
            values (:digest, :study, :version, :source, :engine, :recordedAt) on conflict do nothing""")
    void keep(String digest, String study, String version, String source, String engine, Instant recordedAt);
}

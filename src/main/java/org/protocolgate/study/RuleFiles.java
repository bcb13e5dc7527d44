package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RuleFiles extends GenericRepository<RuleFile, String> {

    List<RuleFile> findBySource(String source);

    @Query("insert into rule_source (source, path, content) values (:source, :path, :content) on conflict do nothing")
    void keep(String source, String path, String content);
}

package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/**
 * What tells whether somebody has written to a study since. A mark is a new one for each transaction that writes, so that one that
 * was rolled back never comes again.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StudyMarks extends GenericRepository<Enrolled, String> {

    @Query("select mark from study_mark where study = :study")
    Optional<UUID> find(String study);

    @Query("insert into study_mark (study, mark) values (:study, :mark) on conflict do nothing")
    int begin(String study, UUID mark);

    @Query("update study_mark set mark = :mark where study = :study")
    int move(String study, UUID mark);
}

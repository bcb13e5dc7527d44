package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Facts extends GenericRepository<KeptFact, UUID> {

    void saveAll(List<KeptFact> facts);

    Optional<KeptFact> findById(UUID id);

    @Query("select * from fact where participant = :participant and seq <= :known order by seq")
    List<KeptFact> known(String participant, long known);

    /** What the others of a study need to know of those who were given a dose level, in the order of recording. */
    @Query("""
            select f.* from fact f
            join participant p on p.code = f.participant and p.study = :study
            where f.type in ('doseAssignment', 'milestone', 'safetyReview', 'dltAssessment')
                and f.participant in (select a.participant from fact a where a.type = 'doseAssignment'
                    or a.kind in ('INFUSION_STARTED', 'INFUSION_COMPLETED', 'INFUSION_STOPPED'))
                and not exists (select 1 from participant_voiding v where v.participant = f.participant)
            order by f.recorded_at, f.participant, f.seq""")
    List<KeptFact> ofCohorts(String study);
}

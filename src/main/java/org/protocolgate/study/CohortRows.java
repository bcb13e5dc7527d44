package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/**
 * All that others need to know of those who were given a dose level or infused, in the order of recording. Each is one statement,
 * so that it is one moment of the database that is seen.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CohortRows extends GenericRepository<DoseDecided, UUID> {

    /** What is needed of the members. */
    String ROWS = """
            seen (source, id, participant, seq, subject, body, recorded_at) as (
                select 'FACT', f.id, f.participant, f.seq, cast(null as uuid), f.body, f.recorded_at
                from fact f join member m on m.code = f.participant
                where f.type in ('doseAssignment', 'milestone', 'safetyReview', 'dltAssessment')
                union all
                select 'CORRECTION', c.id, c.participant, c.seq, c.fact, '', c.recorded_at
                from correction c join member m on m.code = c.participant
                join fact f on f.id = c.fact and f.type in ('doseAssignment', 'milestone', 'safetyReview', 'dltAssessment')
                union all
                select 'VOIDING', cast('00000000-0000-0000-0000-000000000000' as uuid), v.participant, v.seq, cast(null as uuid),
                    '', v.recorded_at
                from participant_voiding v join member m on m.code = v.participant
                union all
                select 'AUTHORISATION', a.id, a.participant, a.seq, cast(null as uuid), a.body, a.recorded_at
                from authorisation a join member m on m.code = a.participant
                union all
                select 'END', e.id, e.participant, e.seq, e.id, e.body, e.recorded_at
                from authorisation_end e join member m on m.code = e.participant
                union all
                select 'DOSE_DECISION', d.id, '/levels', d.seq, cast(null as uuid), d.body, d.recorded_at
                from dose_decision d where d.study = :study)
            select source, id, participant, seq, subject, body, recorded_at from seen
            order by recorded_at, participant, seq""";

    /** Of everybody in a study. */
    @Query("""
            with member (code) as (
                select distinct f.participant from fact f join participant p on p.code = f.participant and p.study = :study
                where f.type = 'doseAssignment' or f.kind in ('INFUSION_STARTED', 'INFUSION_COMPLETED', 'INFUSION_STOPPED')),
            """ + ROWS)
    List<CohortRow> ofStudy(String study);
}

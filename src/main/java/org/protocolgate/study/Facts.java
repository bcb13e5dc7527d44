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

    /** Those of several participants, each's in the order of recording. */
    @Query("select * from fact where participant in (:codes) order by participant, seq")
    List<KeptFact> of(List<String> codes);

    /** How many there are of a participant by which it has, or had, a dose level or an act that can be looked back at. */
    @Query("""
            select count(*) from fact where participant = :participant and (type = 'doseAssignment' or type = 'milestone'
                and kind in ('LYMPHODEPLETION_STARTED', 'INFUSION_STARTED', 'INFUSION_COMPLETED', 'INFUSION_STOPPED'))""")
    long ofActs(String participant);

    /** The participants of a study of whom an infusion was ever recorded, by code; corrected records count too. */
    @Query("""
            select distinct f.participant from fact f join participant p on p.code = f.participant and p.study = :study
            where f.type = 'milestone' and f.kind in ('INFUSION_STARTED', 'INFUSION_COMPLETED', 'INFUSION_STOPPED')
            order by f.participant""")
    List<String> infused(String study);
}

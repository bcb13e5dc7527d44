package org.protocolgate.importing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ImportSources extends GenericRepository<ImportSource, UUID> {

    void saveAll(List<ImportSource> sources);

    /** What was taken over of a participant from a system, in the order of recording. */
    @Query("""
            select s.fact, s.source_record, s.ordinal, s.digest, c.id is not null as corrected,
                c.id is not null and c.replacement is null as withdrawn, i.fact is not null as by_source
            from import_source s
            join fact f on f.id = s.fact
            left join correction c on c.fact = s.fact
            left join import_correction i on i.fact = s.fact
            where s.participant = :participant and s.source_system = :system
            order by f.seq""")
    List<Earlier> of(String participant, String system);

    /** The text of what was taken over, of each record's first fact the newest last. */
    @Query("""
            select s.source_record, f.body, c.id is not null and c.replacement is null as withdrawn
            from import_source s
            join fact f on f.id = s.fact
            left join correction c on c.fact = s.fact
            where s.participant = :participant and s.source_system = :system and s.ordinal = 0
            order by f.seq""")
    List<EarlierText> texts(String participant, String system);
}

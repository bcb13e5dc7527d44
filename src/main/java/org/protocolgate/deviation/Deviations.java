package org.protocolgate.deviation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Deviations extends GenericRepository<Deviation, UUID> {

    void saveAll(List<Deviation> deviations);

    Optional<Deviation> findById(UUID id);

    /** Those of a participant, and of others on its account, of which the cause is not gone; the oldest first. */
    @Query("""
            select d.* from deviation d where (d.participant = :participant or d.other = :participant)
                and not exists (select 1 from deviation_step s where s.deviation = d.id and s.kind = 'CAUSE_GONE')
            order by d.id""")
    List<Deviation> standing(String participant);

    /** Those of some participants of which nothing more is recorded; the oldest first. */
    @Query("""
            select d.* from deviation d where d.participant in (:participants)
                and not exists (select 1 from deviation_step s where s.deviation = d.id)
            order by d.id""")
    List<Deviation> drafts(List<String> participants);

    /** Newest first, those before a given one. */
    @Query("""
            select d.* from deviation d
            where (cast(:participant as varchar) is null or d.participant = cast(:participant as varchar))
                and (cast(:criterion as varchar) is null or d.criterion = cast(:criterion as varchar))
                and (cast(:before as uuid) is null or d.id < cast(:before as uuid))
                and (cast(:state as varchar) is null or cast(:state as varchar) = case
                    when exists (select 1 from deviation_step s where s.deviation = d.id and s.kind = 'COMPLETED') then 'COMPLETED'
                    when exists (select 1 from deviation_step s where s.deviation = d.id) then 'NO_LONGER'
                    else 'DRAFT' end)
            order by d.id desc limit :size""")
    List<Deviation> newest(
            @Nullable String participant,
            @Nullable String criterion,
            @Nullable String state,
            @Nullable String before,
            int size);
}

package org.protocolgate.query;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Queries extends GenericRepository<Asked, UUID> {

    void save(Asked query);

    Optional<Asked> findById(UUID id);

    /** Those about one thing, newest first. */
    @Query("select * from data_query where subject = :subject and about = :about order by id desc")
    List<Asked> about(String subject, String about);

    /** Open ones first, then answered, then closed ones; of each the newest first. */
    @Query("""
            select q.id, q.participant, q.seq, q.about, q.subject, q.body, q.digest, q.recorded_at, q.recorded_by
            from data_query_now q
            where (cast(:participant as varchar) is null or q.participant = cast(:participant as varchar))
                and (cast(:subject as varchar) is null or q.subject = cast(:subject as varchar))
                and (cast(:state as varchar) is null or q.state = cast(:state as varchar))
            order by case q.state when 'OPEN' then 0 when 'ANSWERED' then 1 else 2 end, q.id desc
            limit :size offset :skipped""")
    List<Asked> list(
            @Nullable String participant, @Nullable String subject, @Nullable String state, int size, long skipped);

    @Query("select count(*) from data_query_now where state = :state")
    long inState(String state);
}

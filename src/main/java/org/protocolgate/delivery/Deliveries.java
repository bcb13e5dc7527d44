package org.protocolgate.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Deliveries extends GenericRepository<Delivery, UUID> {

    void saveAll(List<Delivery> deliveries);

    Optional<Delivery> findById(UUID id);

    /** A page, newest first. */
    @Query("""
            select * from delivery where study = :study
                and (cast(:state as varchar) is null or state = cast(:state as varchar))
                and (cast(:before as uuid) is null or id < cast(:before as uuid))
            order by id desc limit :size""")
    List<Delivery> page(String study, @Nullable String state, @Nullable UUID before, int size);

    @Query("select * from delivery where alert in (:alerts)")
    List<Delivery> of(List<UUID> alerts);

    /** Before it is sent, so that an attempt in the middle of which a process was killed counts too. */
    @Query("update delivery set attempts = attempts + 1 where id = :id and state = 'PENDING'")
    int begin(UUID id);

    @Query("update delivery set state = 'SENT', sent_at = :at where id = :id and state = 'PENDING'")
    void sent(UUID id, Instant at);

    @Query("update delivery set state = :state, last_fault = :fault where id = :id and state = 'PENDING'")
    void notSent(UUID id, String state, String fault);

    /** Tells whether it was a dead one. */
    @Query("update delivery set state = 'PENDING', attempts = 0 where id = :id and state = 'DEAD'")
    int revive(UUID id);
}

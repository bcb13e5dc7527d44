package org.protocolgate.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DisabledWebhooks extends GenericRepository<DisabledWebhook, String> {

    boolean existsById(String recipient);

    @Query("select * from webhook_disabled order by recipient")
    List<DisabledWebhook> list();

    /** Tells whether it was not yet. */
    @Query("insert into webhook_disabled (recipient, disabled_at) values (:recipient, :at) on conflict do nothing")
    int disable(String recipient, Instant at);

    /** Tells whether it was disabled. */
    @Query("delete from webhook_disabled where recipient = :recipient")
    int enable(String recipient);
}

package org.protocolgate.query;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Messages extends GenericRepository<Message, UUID> {

    void save(Message message);

    @Query("select * from data_query_message where query = :query order by seq")
    List<Message> of(UUID query);

    /** Those of several queries, each one's in their order. */
    @Query("select * from data_query_message where query in (:queries) order by participant, seq")
    List<Message> ofAll(List<UUID> queries);
}

package org.protocolgate.calendar;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CalendarTokenRows extends GenericRepository<CalendarToken, String> {

    void save(CalendarToken token);

    Optional<CalendarToken> findByTokenHash(String tokenHash);

    @Query("delete from calendar_token where username = :username")
    int remove(String username);
}

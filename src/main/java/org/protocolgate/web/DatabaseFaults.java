package org.protocolgate.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.protocolgate.asking.ProblemView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How it is answered that the database is away, or that others kept a record for too long: nothing was done, ask again. */
@Factory
final class DatabaseFaults {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFaults.class);

    /** Of SQL states: connection lost, shut down, timed out, rolled back for another's sake, closed. */
    private static final List<String> PASSING =
            List.of("08", "57P", "53", "HYT", "40", "55P", "90098", "90121", "90067");

    /** Of SQL states: a text too long, a character that is none, a number out of range. Only what was sent can be that. */
    private static final String NO_VALUE = "22";

    /** Where the end of the transaction itself was lost, nobody here knows whether it was recorded. */
    private static final String AWAY =
            "The database is not available. What was sent is recorded as a whole or not at all:"
                    + " ask again later, facts under the same Idempotency-Key.";

    private static final String RETRY_SECONDS = "5";

    @Singleton
    ExceptionHandler<DataAccessException, HttpResponse<ProblemView>> access() {
        return (request, fault) -> problem(fault);
    }

    @Singleton
    ExceptionHandler<CannotGetJdbcConnectionException, HttpResponse<ProblemView>> noConnection() {
        return (request, fault) -> problem(fault);
    }

    @Singleton
    ExceptionHandler<ConnectionException, HttpResponse<ProblemView>> connection() {
        return (request, fault) -> problem(fault);
    }

    @Singleton
    ExceptionHandler<TransactionException, HttpResponse<ProblemView>> transaction() {
        return (request, fault) -> problem(fault);
    }

    static MutableHttpResponse<ProblemView> problem(RuntimeException fault) {
        if (isPassing(fault)) {
            LOG.warn("The database is not available: {}", fault.getMessage());
            return HttpResponse.<ProblemView>status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", RETRY_SECONDS)
                    .body(ProblemView.of(HttpStatus.SERVICE_UNAVAILABLE, AWAY))
                    .contentType(ProblemView.MEDIA_TYPE);
        } else if (states(fault).anyMatch(state -> state.startsWith(NO_VALUE))) {
            LOG.warn("The database took a value for none: {}", fault.getMessage());
            return HttpResponse.badRequest(ProblemView.of(
                            HttpStatus.BAD_REQUEST,
                            "Something that was sent cannot be kept: a character, a length or a size."))
                    .contentType(ProblemView.MEDIA_TYPE);
        }
        LOG.error("The database refused", fault);
        return HttpResponse.<ProblemView>serverError()
                .body(ProblemView.of(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed; its log says why."))
                .contentType(ProblemView.MEDIA_TYPE);
    }

    static boolean isPassing(Throwable fault) {
        return causes(fault)
                        .anyMatch(cause -> cause instanceof SQLTransientException
                                || cause instanceof SQLRecoverableException
                                || cause instanceof CannotGetJdbcConnectionException
                                || cause instanceof ConnectionException)
                || states(fault).anyMatch(state -> PASSING.stream().anyMatch(state::startsWith));
    }

    private static Stream<String> states(Throwable fault) {
        return causes(fault)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull);
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }
}

package org.protocolgate.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
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

    private static HttpResponse<ProblemView> problem(RuntimeException fault) {
        if (isPassing(fault)) {
            LOG.warn("The database is not available: {}", fault.getMessage());
            return HttpResponse.<ProblemView>status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", RETRY_SECONDS)
                    .body(ProblemView.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "The database is not available; nothing was recorded. Ask again later."))
                    .contentType(ProblemView.MEDIA_TYPE);
        }
        LOG.error("The database refused", fault);
        return HttpResponse.<ProblemView>serverError()
                .body(ProblemView.of(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed; its log says why."))
                .contentType(ProblemView.MEDIA_TYPE);
    }

    static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean passing = cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && PASSING.stream().anyMatch(state(sql)::startsWith)
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof ConnectionException;
            if (passing) {
                return true;
            }
        }
        return false;
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }
}

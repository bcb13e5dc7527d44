package org.protocolgate.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/** The database, for a command that asks it; others run while the service holds the file of an embedded one. */
@Singleton
final class Database {

    private final ApplicationContext context;

    Database(ApplicationContext context) {
        this.context = context;
    }

    <T> int ask(Class<T> type, ToIntFunction<T> question) {
        if (context.containsBean(DataSource.class)) {
            return question.applyAsInt(context.getBean(type));
        }
        try (ApplicationContext open = ApplicationContext.builder(Environment.CLI)
                .banner(false)
                .properties(Map.of("datasources.default.enabled", true))
                .start()) {
            return question.applyAsInt(open.getBean(type));
        }
    }
}

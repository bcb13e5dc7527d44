package org.protocolgate.audit;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Lets the folder of the embedded database be named from where the service is started: H2 takes no such names. */
@Singleton
final class EmbeddedFolder implements BeanCreatedEventListener<DatasourceConfiguration> {

    private static final String FILE = "jdbc:h2:file:";

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration source = event.getBean();
        String url = source.getUrl();
        if (url != null && url.startsWith(FILE) && !url.startsWith(FILE + "~")) {
            int end = url.indexOf(';') < 0 ? url.length() : url.indexOf(';');
            Path file =
                    Path.of(url.substring(FILE.length(), end)).toAbsolutePath().normalize();
            source.setUrl(FILE + file + url.substring(end));
        }
        return source;
    }
}

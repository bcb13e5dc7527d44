package org.protocolgate.audit;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/**
 * The file of the embedded database. Its folder can be named from where the service is started, which H2 does not take; and the
 * demo has a file of its own, so that its users are never those of a study.
 */
@Singleton
final class EmbeddedFolder implements BeanCreatedEventListener<DatasourceConfiguration> {

    private static final String FILE = "jdbc:h2:file:";

    private final boolean demo;

    EmbeddedFolder(@Value("${protocol-gate.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration source = event.getBean();
        String url = source.getUrl();
        if (url != null && url.startsWith(FILE) && !url.startsWith(FILE + "~")) {
            int end = url.indexOf(';') < 0 ? url.length() : url.indexOf(';');
            Path file =
                    Path.of(url.substring(FILE.length(), end)).toAbsolutePath().normalize();
            source.setUrl(FILE + file + (demo ? "-demo" : "") + url.substring(end));
        }
        return source;
    }
}

package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.protocolgate.study.AuthorisationBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records within minutes of midnight at the site that an authorisation lapsed. That it is good for its own day alone does not
 * wait for this: every answer goes by the day.
 */
@Singleton
@Requires(notEnv = Environment.CLI)
final class Lapsing {

    private static final Logger LOG = LoggerFactory.getLogger(Lapsing.class);

    private final AuthorisationBook book;

    Lapsing(AuthorisationBook book) {
        this.book = book;
    }

    @Scheduled(initialDelay = "${protocol-gate.lapse.every:5m}", fixedDelay = "${protocol-gate.lapse.every:5m}")
    void lapse() {
        try {
            book.recheck();
        } catch (RuntimeException e) {
            LOG.error("lapsed authorisations could not be recorded as such; the next attempt follows", e);
        }
    }
}

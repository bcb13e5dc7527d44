package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.protocolgate.audit.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the audit log once a day, within minutes of midnight at the site, or as soon as the service runs again. It looks
 * every few minutes in place of waiting for midnight, because an amendment may bring another zone.
 * Seals are mailed after they are stored, so that a mail server that is away keeps none from being made.
 */
@Singleton
@Requires(notEnv = Environment.CLI)
final class DailySeal {

    private static final Logger LOG = LoggerFactory.getLogger(DailySeal.class);

    private final Sealing sealing;
    private final Site site;
    private final Optional<SealMail> mail;

    DailySeal(Sealing sealing, Site site, Optional<SealMail> mail) {
        this.sealing = sealing;
        this.site = site;
        this.mail = mail;
    }

    @Scheduled(initialDelay = "${protocol-gate.seal.every:5m}", fixedDelay = "${protocol-gate.seal.every:5m}")
    void seal() {
        try {
            sealing.sealIfDue(site.zone());
        } catch (RuntimeException e) {
            LOG.error("the audit log could not be sealed; the next attempt follows", e);
        }
        try {
            mail.ifPresent(SealMail::send);
        } catch (RuntimeException e) {
            LOG.error("seals could not be mailed; the next attempt follows", e);
        }
    }
}

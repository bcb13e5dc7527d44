package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.email.Attachment;
import io.micronaut.email.Email;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.protocolgate.audit.Seal;
import org.protocolgate.audit.SealFile;
import org.protocolgate.audit.UnsentSeals;
import org.protocolgate.mail.Mailer;
import org.protocolgate.mail.NotSentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails seals to where the owner of the database cannot write. What the server does not take is sent at a later call. */
@Singleton
@Requires(beans = SealMailSettings.class)
final class SealMail {

    private static final Logger LOG = LoggerFactory.getLogger(SealMail.class);
    private static final int AT_A_TIME = 20;

    private final SealMailSettings settings;
    private final Mailer mailer;
    private final UnsentSeals unsent;

    SealMail(SealMailSettings settings, Mailer mailer, UnsentSeals unsent) {
        this.settings = settings;
        this.mailer = mailer;
        this.unsent = unsent;
    }

    /** Sends seals that were not sent yet. */
    void send() {
        for (Seal seal : unsent.newest(AT_A_TIME)) {
            try {
                mailer.send(mail(seal), null);
                unsent.sent(seal);
            } catch (NotSentException e) {
                LOG.error("seal {} could not be mailed and is tried again: {}", seal.number(), e.getMessage());
                if (!e.isRefused()) {
                    return; // no server, or none that knows us; a single mail that it refuses holds up no other
                }
            }
        }
    }

    private Email.Builder mail(Seal seal) {
        String file = SealFile.name(seal);
        Email.Builder mail = Email.builder()
                .subject("Seal " + seal.number() + " of " + seal.sealedDay())
                .body("Attached is seal " + seal.number() + " of the audit log, made on " + seal.sealedDay()
                        + "; keep it, and check the log against it with: java -jar protocol-gate.jar verify --seal "
                        + file + "\n")
                .attachment(Attachment.builder()
                        .filename(file)
                        .contentType("application/json")
                        .content((SealFile.text(seal) + "\n").getBytes(StandardCharsets.UTF_8))
                        .build());
        settings.to().forEach(mail::to);
        return mail;
    }
}

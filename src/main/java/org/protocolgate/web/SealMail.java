package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.email.Attachment;
import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.TransactionalEmailSender;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Seal;
import org.protocolgate.audit.SealFile;
import org.protocolgate.audit.UnsentSeals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails seals to where the owner of the database cannot write. What the server does not take is sent at a later call. */
@Singleton
@Requires(beans = SealMailSettings.class)
final class SealMail {

    private static final Logger LOG = LoggerFactory.getLogger(SealMail.class);
    private static final int AT_A_TIME = 20;

    private final SealMailSettings settings;
    private final TransactionalEmailSender<Message, ?> sender;
    private final UnsentSeals unsent;
    private final Clock clock;

    SealMail(SealMailSettings settings, TransactionalEmailSender<Message, ?> sender, UnsentSeals unsent, Clock clock) {
        this.settings = settings;
        this.sender = sender;
        this.unsent = unsent;
        this.clock = clock;
    }

    /** Sends seals that were not sent yet. */
    void send() {
        for (Seal seal : unsent.newest(AT_A_TIME)) {
            try {
                sender.send(mail(seal), this::complete);
                unsent.sent(seal);
            } catch (EmailException e) {
                Throwable cause = e.getCause();
                LOG.error("seal {} could not be mailed and is tried again: {}", seal.number(), reason(cause));
                if (!(cause instanceof SendFailedException)) {
                    return; // no server, or none that knows us; a single mail that it refuses holds up no other
                }
            }
        }
    }

    private Email mail(Seal seal) {
        String file = SealFile.name(seal);
        Email.Builder mail = Email.builder()
                .from(settings.from())
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
        return mail.build();
    }

    private void complete(Message message) {
        try {
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated"); // keeps notes of absence from being answered to us
        } catch (MessagingException e) {
            throw new EmailException(e);
        }
    }

    /** Why it failed; a refusal by the names of the exceptions alone, since the server's words may quote the mail. */
    private static String reason(@Nullable Throwable thrown) {
        String names = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
        return thrown == null || thrown instanceof SendFailedException
                ? names
                : names + ": " + String.valueOf(thrown.getMessage()).replaceAll("\\s+", " ");
    }
}

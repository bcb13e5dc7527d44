package org.protocolgate.mail;

import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.TransactionalEmailSender;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands mails to the mail server. */
@Singleton
public final class Mailer {

    private final TransactionalEmailSender<Message, ?> sender;
    private final MailSettings settings;
    private final Clock clock;

    Mailer(TransactionalEmailSender<Message, ?> sender, MailSettings settings, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends a mail from the service's own address.
     *
     * @param id what the receiver's server tells it by from others, kept when it is sent again; null for a new one
     * @throws NotSentException where the server did not take it
     */
    public void send(Email.Builder mail, @Nullable String id) throws NotSentException {
        try {
            sender.send(mail.from(settings.from()).build(), message -> complete(message, id));
        } catch (EmailException e) {
            throw new NotSentException(reason(e.getCause()), e.getCause() instanceof SendFailedException);
        }
    }

    private void complete(Message message, @Nullable String id) {
        try {
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated"); // keeps notes of absence from being answered to us
            if (id != null) {
                String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
                message.setHeader("Message-ID", "<" + id + "@" + domain + ">");
            }
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

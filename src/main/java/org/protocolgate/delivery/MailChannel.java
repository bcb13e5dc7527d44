package org.protocolgate.delivery;

import io.micronaut.email.Email;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.protocolgate.mail.Mailer;
import org.protocolgate.mail.NotSentException;

/** Delivers by mail. */
@Singleton
final class MailChannel {

    private final Mailer mailer;

    MailChannel(Mailer mailer) {
        this.mailer = mailer;
    }

    Outcome send(Message message, String address) {
        try {
            mailer.send(
                    Email.builder().to(address).subject(subject(message)).body(body(message)),
                    message.id().toString());
            return Outcome.sent();
        } catch (NotSentException e) {
            String why = String.valueOf(e.getMessage());
            return e.isRefused() ? Outcome.refused(why) : Outcome.away(why);
        }
    }

    private static String subject(Message message) {
        String about = message.criterion() == null ? message.cause().name() : message.criterion();
        return Stream.of("[" + message.severity() + "]", message.subject(), about)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String body(Message message) {
        return "Severity: " + message.severity() + "\n"
                + (message.subject() == null ? "" : "Participant: " + message.subject() + "\n")
                + (message.criterion() == null ? "" : "Criterion: " + message.criterion() + "\n")
                + "Cause: " + message.cause() + "\n\n"
                + message.link() + "\n";
    }
}

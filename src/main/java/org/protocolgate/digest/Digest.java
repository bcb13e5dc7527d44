package org.protocolgate.digest;

import io.micronaut.context.annotation.Value;
import io.micronaut.email.Email;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.protocolgate.alert.AlertSummary;
import org.protocolgate.calendar.Appointment;
import org.protocolgate.calendar.Appointments;
import org.protocolgate.mail.Mailer;
import org.protocolgate.mail.NotSentException;
import org.protocolgate.protocol.ServedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each recipient one digest a day. It is noted as sent in the transaction within which the mail server takes it: of two
 * processes one waits for the other and then has nothing to send, and what the server did not take is not noted. A process that
 * is killed between the server's answer and the end of the transaction has sent a mail that is sent once more, under the same
 * identifier.
 */
@Singleton
public final class Digest {

    private static final Logger LOG = LoggerFactory.getLogger(Digest.class);

    private final List<String> recipients;
    private final TransactionOperations<Connection> transactions;
    private final SentDigests sent;
    private final AlertSummary alerts;
    private final Appointments appointments;
    private final Mailer mailer;
    private final ServedRules rules;
    private final Clock clock;
    private final String url;
    private final int daysAhead;

    Digest(
            Optional<Recipients> recipients,
            TransactionOperations<Connection> transactions,
            SentDigests sent,
            AlertSummary alerts,
            Appointments appointments,
            Mailer mailer,
            ServedRules rules,
            Clock clock,
            @Value("${protocol-gate.url:}") String url,
            @Value("${protocol-gate.digest.days-ahead:7}") int daysAhead) {
        this.recipients = recipients.map(Recipients::mails).orElse(List.of());
        this.transactions = transactions;
        this.sent = sent;
        this.alerts = alerts;
        this.appointments = appointments;
        this.mailer = mailer;
        this.rules = rules;
        this.clock = clock;
        this.url = url;
        this.daysAhead = daysAhead;
    }

    /** Those who get a digest. */
    public interface Recipients {
        /** Their addresses, each once. */
        List<String> mails();
    }

    /** The mail server did not take everything. */
    static final class IncompleteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        IncompleteException(String message) {
            super(message);
        }
    }

    /** The mail server did not take this mail. */
    private static final class UntakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean refused;

        UntakenException(NotSentException cause) {
            super(cause.getMessage());
            refused = cause.isRefused();
        }
    }

    /**
     * Sends the digest of this day to those who have not got it, unless there is nothing in it.
     *
     * @throws IncompleteException where somebody still has to get it
     */
    void send() {
        ZoneId zone = rules.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<String> waiting =
                recipients.stream().filter(one -> !hasGot(one, today)).toList();
        if (waiting.isEmpty()) {
            return;
        }
        List<Appointment> due = due(today);
        int unsent = 0;
        for (String recipient : waiting) {
            try {
                send(recipient, today, zone, due);
            } catch (UntakenException e) {
                unsent++;
                LOG.warn("a digest could not be mailed and is tried again: {}", e.getMessage());
                if (!e.refused) {
                    break; // no other will be taken either
                }
            }
        }
        if (unsent > 0) {
            throw new IncompleteException("the digest of " + today + " has not reached everybody");
        }
    }

    private boolean hasGot(String recipient, LocalDate day) {
        return newest(recipient).filter(last -> !last.forDay().isBefore(day)).isPresent();
    }

    private Optional<SentDigest> newest(String recipient) {
        return transactions.executeRead(status -> sent.newest(recipient));
    }

    private List<Appointment> due(LocalDate today) {
        LocalDate until = today.plusDays(daysAhead);
        return appointments.all(Locale.ENGLISH).stream()
                .filter(one -> !one.until().isBefore(today) && !one.from().isAfter(until))
                .toList();
    }

    private void send(String recipient, LocalDate today, ZoneId zone, List<Appointment> due) {
        Long last = newest(recipient).map(SentDigest::event).orElse(null);
        Instant yesterday = today.minusDays(1).atStartOfDay(zone).toInstant();
        DigestMail mail = new DigestMail(
                rules.ask(rulebook -> rulebook.study()),
                today,
                today.plusDays(daysAhead),
                zone,
                alerts.since(last, yesterday, DigestMail.MOST),
                due,
                url);
        if (mail.isEmpty()) {
            return;
        }
        transactions.executeWrite(status -> {
            if (sent.note(recipient, today, mail.alerts().upTo(), clock.instant()) > 0) {
                hand(mail, recipient);
            }
            return recipient;
        });
    }

    private void hand(DigestMail mail, String recipient) {
        try {
            mailer.send(Email.builder().to(recipient).subject(mail.subject()).body(mail.body()), mail.id(recipient));
        } catch (NotSentException e) {
            throw new UntakenException(e);
        }
    }
}

package org.protocolgate.delivery;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.alert.AlertView;
import org.protocolgate.alert.Occurrence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers. It is noted as sent after it was, so that none is lost where a process is killed in between, and one may come twice,
 * under the same identifier.
 */
@Singleton
@Requires(beans = Recipients.class)
final class DeliverJob {

    static final String NAME = "deliver";

    private static final Logger LOG = LoggerFactory.getLogger(DeliverJob.class);
    private static final String MAIL_SERVER = "";
    private static final int LONGEST_FAULT = 300;

    private final TransactionOperations<Connection> transactions;
    private final Deliveries deliveries;
    private final Disabling disabling;
    private final Recipients recipients;
    private final AlertBook alerts;
    private final MailChannel mail;
    private final WebhookChannel webhook;
    private final Silence silence;
    private final RetrySettings retry;
    private final Clock clock;
    private final String url;

    DeliverJob(
            TransactionOperations<Connection> transactions,
            Deliveries deliveries,
            Disabling disabling,
            Recipients recipients,
            AlertBook alerts,
            MailChannel mail,
            WebhookChannel webhook,
            Silence silence,
            RetrySettings retry,
            Clock clock,
            @Value("${protocol-gate.url:}") String url) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.disabling = disabling;
        this.recipients = recipients;
        this.alerts = alerts;
        this.mail = mail;
        this.webhook = webhook;
        this.silence = silence;
        this.retry = retry;
        this.clock = clock;
        this.url = url;
    }

    /**
     * Delivers, unless there is no need any more.
     *
     * @return when to try again, or null where it is done with
     * @throws InterruptedException when the service is stopping
     */
    @Nullable
    Instant run(UUID id) throws InterruptedException {
        Delivery delivery =
                transactions.executeRead(status -> deliveries.findById(id).orElseThrow());
        if (delivery.state() != DeliveryView.State.PENDING) {
            return null;
        }
        AlertView alert = alerts.read(delivery.alert(), Locale.ENGLISH);
        Recipient recipient = recipients.find(delivery.recipient()).orElse(null);
        if (recipient == null) {
            settle(delivery, DeliveryView.State.DROPPED, "there is no such recipient any more");
            return null;
        }
        String needless = needless(delivery, alert, recipient);
        if (needless != null) {
            settle(delivery, DeliveryView.State.DROPPED, needless);
            return null;
        }
        if (recipient.hook() != null && disabling.isDisabled(recipient.name())) {
            settle(delivery, DeliveryView.State.DEAD, "its webhook is disabled");
            return null;
        }
        transactions.executeWrite(status -> deliveries.begin(id));
        Outcome outcome = send(Message.of(delivery, alert, url), recipient);
        return note(delivery, delivery.attempts() + 1, outcome);
    }

    /** Why it need not be sent any more, or null where it has to be. */
    private static @Nullable String needless(Delivery delivery, AlertView alert, Recipient recipient) {
        if (delivery.kind() == Occurrence.Kind.RESOLVED) {
            return null;
        } else if (alert.state() == AlertView.State.RESOLVED) {
            return "the alert is resolved";
        } else if (alert.state() != AlertView.State.OPEN && delivery.kind() != Occurrence.Kind.RAISED) {
            return "the alert is " + alert.state().name().toLowerCase(Locale.ROOT);
        } else if (!recipient.severities().contains(alert.severity())) {
            return "the alert is of another severity by now";
        }
        return null;
    }

    private Outcome send(Message message, Recipient recipient) throws InterruptedException {
        String receiver = recipient.hook() == null ? MAIL_SERVER : recipient.name();
        if (silence.isFrom(receiver)) {
            return Outcome.away("not tried: there was no answer a moment ago");
        }
        Outcome outcome = recipient.hook() == null
                ? mail.send(message, String.valueOf(recipient.mail()))
                : webhook.send(message, recipient.hook());
        if (outcome.kind() == Outcome.Kind.AWAY) {
            silence.begins(receiver);
        }
        return outcome;
    }

    private @Nullable Instant note(Delivery delivery, int attempts, Outcome outcome) {
        switch (outcome.kind()) {
            case SENT ->
                transactions.executeWrite(status -> {
                    deliveries.sent(delivery.id(), clock.instant());
                    return null;
                });
            case GONE -> {
                disabling.disable(delivery.recipient());
                settle(delivery, DeliveryView.State.DEAD, outcome.fault());
            }
            case REFUSED, AWAY -> {
                if (attempts < retry.attempts()) {
                    settle(delivery, DeliveryView.State.PENDING, outcome.fault());
                    return clock.instant().plus(retry.wait(attempts));
                }
                settle(delivery, DeliveryView.State.DEAD, outcome.fault());
                LOG.error(
                        "delivery {} to {} is given up after {} attempts: {}",
                        delivery.id(),
                        delivery.recipient(),
                        attempts,
                        outcome.fault());
            }
        }
        return null;
    }

    private void settle(Delivery delivery, DeliveryView.State state, String fault) {
        transactions.executeWrite(status -> {
            deliveries.notSent(
                    delivery.id(), state.name(), fault.substring(0, Math.min(fault.length(), LONGEST_FAULT)));
            return null;
        });
    }
}

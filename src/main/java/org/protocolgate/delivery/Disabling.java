package org.protocolgate.delivery;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Webhooks that said that they want no more, until somebody enables them. */
@Singleton
final class Disabling {

    private static final Logger LOG = LoggerFactory.getLogger(Disabling.class);

    private final TransactionOperations<Connection> transactions;
    private final DisabledWebhooks disabled;
    private final AuditLog audit;

    Disabling(TransactionOperations<Connection> transactions, DisabledWebhooks disabled, AuditLog audit) {
        this.transactions = transactions;
        this.disabled = disabled;
        this.audit = audit;
    }

    boolean isDisabled(String recipient) {
        return transactions.executeRead(status -> disabled.existsById(recipient));
    }

    List<DeliveryView.Disabled> list() {
        return transactions.executeRead(status -> disabled.list().stream()
                .map(one -> new DeliveryView.Disabled(one.recipient(), one.disabledAt()))
                .toList());
    }

    void disable(String recipient) {
        transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            if (disabled.disable(recipient, chain.at()) > 0) {
                enter(Action.WEBHOOK_DISABLED, recipient, chain, Actor.SERVICE);
                LOG.warn("the webhook of {} wants no more and is disabled", recipient);
            }
            return recipient;
        });
    }

    /** Whether it was disabled. */
    boolean enable(String recipient, Actor actor) {
        return transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            boolean was = disabled.enable(recipient) > 0;
            if (was) {
                enter(Action.WEBHOOK_ENABLED, recipient, chain, actor);
            }
            return was;
        });
    }

    private void enter(Action action, String recipient, Chain chain, Actor actor) {
        audit.add(chain, actor, List.of(Happened.of(action).about(recipient)));
    }
}

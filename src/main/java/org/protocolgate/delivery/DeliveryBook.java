package org.protocolgate.delivery;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.job.Jobs;
import org.protocolgate.protocol.ServedRules;

/** Deliveries: looked at, and wanted again. */
@Singleton
@Requires(beans = Recipients.class)
public final class DeliveryBook {

    private static final String BETWEEN = "/";

    private final TransactionOperations<Connection> transactions;
    private final Deliveries deliveries;
    private final Disabling disabling;
    private final Recipients recipients;
    private final Jobs jobs;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;

    DeliveryBook(
            TransactionOperations<Connection> transactions,
            Deliveries deliveries,
            Disabling disabling,
            Recipients recipients,
            Jobs jobs,
            AuditLog audit,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.disabling = disabling;
        this.recipients = recipients;
        this.jobs = jobs;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** The delivery of a job. One that is wanted again has another job, because the one before may be about to end. */
    static UUID delivery(String instance) {
        return UUID.fromString(instance.split(BETWEEN)[0]);
    }

    /**
     * A page of deliveries, newest first.
     *
     * @param state of those that are wanted; null for all
     * @param before the last one of the page before
     */
    public DeliveryView.Page page(DeliveryView.@Nullable State state, @Nullable UUID before, int size) {
        String study = rules.ask(rulebook -> rulebook.study());
        return transactions.executeRead(status -> {
            List<Delivery> found = deliveries.page(study, state == null ? null : state.name(), before, size);
            return new DeliveryView.Page(
                    found.stream().map(this::view).toList(),
                    disabling.list(),
                    found.size() < size ? null : found.get(size - 1).id());
        });
    }

    /**
     * Tries anew what was given up.
     *
     * @throws NoSuchDeliveryException where there is none
     * @throws SettledDeliveryException where it was not given up
     */
    public DeliveryView replay(UUID id, Actor actor) {
        return transactions.executeWrite(status -> {
            Delivery delivery =
                    deliveries.findById(id).orElseThrow(() -> new NoSuchDeliveryException("no delivery " + id));
            Chain chain = audit.hold(Chain.SYSTEM);
            if (deliveries.revive(id) == 0) {
                throw new SettledDeliveryException("the delivery " + id + " was not given up");
            }
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.DELIVERY_REPLAYED).about(id).with("recipient", delivery.recipient())));
            jobs.note(DeliverJob.NAME, id + BETWEEN + UUID.randomUUID(), clock.instant());
            return view(deliveries.findById(id).orElseThrow());
        });
    }

    /**
     * Lets a webhook be called again that said that it wants no more. What was given up meanwhile stays so until it is wanted again.
     *
     * @throws NoSuchDeliveryException where no such webhook is disabled
     */
    public void enable(String recipient, Actor actor) {
        if (!disabling.enable(recipient, actor)) {
            throw new NoSuchDeliveryException("no disabled webhook of that name");
        }
    }

    private DeliveryView view(Delivery delivery) {
        return DeliveryView.of(
                delivery,
                recipients.find(delivery.recipient()).map(Recipient::role).orElse(null));
    }
}

package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.decision.Verdict;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentReason;

/** Who has seen that a decision holds a participant back. Nothing is waived by that. */
@Singleton
public final class AcknowledgementBook {

    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final Acknowledgements acknowledgements;
    private final Knowledge knowledge;
    private final AuditLog audit;

    AcknowledgementBook(
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            Acknowledgements acknowledgements,
            Knowledge knowledge,
            AuditLog audit) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.acknowledgements = acknowledgements;
        this.knowledge = knowledge;
        this.audit = audit;
    }

    /**
     * Acknowledges what stands against a decision.
     *
     * @throws RefusedException where no comment is given
     * @throws NotThereException where there is no such decision
     * @throws ConflictException where nothing stands against it
     */
    public AcknowledgementView acknowledge(UUID decision, byte[] json, Actor actor) throws RefusedException {
        String comment = SentReason.read(json, "comment").reason();
        return transactions.executeWrite(status -> {
            Made made = find(decision);
            if (made.verdict().equals(Verdict.PROCEED.name())) {
                throw new ConflictException("nothing stands against the decision " + decision);
            }
            Chain chain = knowledge.hold(made.participant());
            String body = Body.write(Map.of("comment", comment));
            Acknowledged kept = new Acknowledged(
                    audit.newId(chain),
                    made.participant(),
                    chain.next(),
                    decision,
                    body,
                    Digest.of(body),
                    chain.at(),
                    actor.name());
            acknowledgements.save(kept);
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.HOLD_ACKNOWLEDGED)
                            .to(made.participant())
                            .in(decision)
                            .about(kept.id())
                            .came(made.verdict())
                            .with("digest", kept.digest())));
            return AcknowledgementView.of(kept);
        });
    }

    /**
     * The acknowledgements of a decision, the oldest first.
     *
     * @throws NotThereException where there is no such decision
     */
    public List<AcknowledgementView> ofDecision(UUID decision) {
        return transactions.executeRead(status -> {
            find(decision);
            return acknowledgements.ofDecision(decision).stream()
                    .map(AcknowledgementView::of)
                    .toList();
        });
    }

    /** Those of several decisions, each's oldest first; a decision that nobody acknowledged is not among them. */
    public Map<UUID, List<AcknowledgementView>> ofDecisions(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return transactions.executeRead(status -> acknowledgements.ofDecisions(List.copyOf(ids)).stream()
                .map(AcknowledgementView::of)
                .collect(Collectors.groupingBy(AcknowledgementView::decision)));
    }

    private Made find(UUID decision) {
        return decisions.findById(decision).orElseThrow(() -> new NotThereException("no decision " + decision));
    }
}

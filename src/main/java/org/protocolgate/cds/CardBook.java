package org.protocolgate.cds;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.evaluation.Question;
import org.protocolgate.intake.RefusedException;

/** Keeps which cards were shown, and what became of them. A card is on record, as the question that it answers, before it is shown. */
@Singleton
@Requires(beans = CdsClients.class)
public final class CardBook {

    private final TransactionOperations<Connection> transactions;
    private final KeptCards cards;
    private final FeedbackRows feedback;
    private final AuditLog audit;

    CardBook(TransactionOperations<Connection> transactions, KeptCards cards, FeedbackRows feedback, AuditLog audit) {
        this.transactions = transactions;
        this.cards = cards;
        this.feedback = feedback;
        this.audit = audit;
    }

    /** Keeps cards about a participant, as they are made of what is told. */
    List<Card> keep(
            Hook hook,
            String participant,
            List<Told> told,
            Function<Told, Card> making,
            SentHook request,
            byte[] sent,
            Actor actor) {
        List<Card> made = told.stream().map(making).toList();
        if (made.isEmpty()) {
            return made;
        }
        String digest = Digest.of(sent);
        return transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.EVALUATIONS);
            List<Happened> happened = new ArrayList<>();
            List<KeptCard> kept = new ArrayList<>();
            for (int i = 0; i < made.size(); i++) {
                Card card = made.get(i);
                happened.add(happened(hook, participant, told.get(i), card, request, digest));
                kept.add(new KeptCard(
                        card.uuid(),
                        ClientName.client(actor.name()),
                        hook.service(),
                        participant,
                        card.indicator().word(),
                        Digest.of(card.summary() + "\n" + card.detail()),
                        chain.at()));
            }
            audit.add(chain, actor, happened);
            cards.saveAll(kept);
            return made;
        });
    }

    private static Happened happened(
            Hook hook, String participant, Told told, Card card, SentHook request, String digest) {
        Happened one = Happened.of(Action.EVALUATED)
                .to(participant)
                .about(card.uuid())
                .with("dossier", digest)
                .with("hook", hook.hook())
                .with("asker", request.user());
        Question asked = told.asked();
        if (asked != null) {
            one = one.with("gate", asked.gate().name()).with("on", asked.on().toString());
        }
        return told.verdict() == null ? one : one.came(told.verdict());
    }

    /**
     * Records what became of cards; what is recorded already is not recorded again.
     *
     * @param service that showed them
     * @throws RefusedException naming every fault in what was sent
     * @throws NoSuchServiceException where one of them was never shown to this client by this service; then nothing is recorded
     */
    public void feedback(String service, byte[] sent, Actor actor) throws RefusedException {
        Hook hook = Hook.ofService(service).orElseThrow(() -> new NoSuchServiceException("no service " + service));
        List<SentFeedback> all = SentFeedback.read(sent);
        String client = ClientName.client(actor.name());
        transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.EVALUATIONS);
            List<Happened> happened = new ArrayList<>();
            for (SentFeedback one : all) {
                KeptCard card = cards.findById(one.card())
                        .filter(kept ->
                                kept.client().equals(client) && kept.service().equals(hook.service()))
                        .orElseThrow(() -> new NoSuchServiceException("no card " + one.card()));
                if (add(one, chain, actor)) {
                    happened.add(Happened.of(Action.CARD_ANSWERED)
                            .to(card.participant())
                            .about(card.id())
                            .with("outcome", one.outcome()));
                }
            }
            if (!happened.isEmpty()) {
                audit.add(chain, actor, happened);
            }
            return status;
        });
    }

    private boolean add(SentFeedback one, Chain chain, Actor actor) {
        return feedback.add(
                        one.card(),
                        one.outcome(),
                        one.reasonSystem(),
                        one.reasonCode(),
                        one.comment(),
                        one.at(),
                        chain.at(),
                        actor.name())
                > 0;
    }
}

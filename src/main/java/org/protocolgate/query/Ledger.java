package org.protocolgate.query;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;

/** Enters queries and messages, each with its entry in the audit log; what persons wrote is there by its digest alone. */
@Singleton
final class Ledger {

    private final Queries queries;
    private final Messages messages;
    private final AuditLog audit;

    Ledger(Queries queries, Messages messages, AuditLog audit) {
        this.queries = queries;
        this.messages = messages;
        this.audit = audit;
    }

    /** A new query about a participant whose chain is held. */
    Asked enter(String participant, Asking asks, Chain chain, Actor actor) {
        String body = asks.body();
        Asked query = new Asked(
                audit.newId(chain),
                participant,
                chain.next(),
                asks.about().name(),
                asks.subject(),
                body,
                Digest.of(body),
                chain.at(),
                actor.name());
        queries.save(query);
        Happened opened = Happened.of(Action.QUERY_OPENED)
                .to(participant)
                .about(query.id())
                .with("digest", query.digest())
                .with("about", query.about())
                .with("subject", query.subject())
                .with("due", asks.due());
        boolean ofDecision = asks.about() == About.DECISION;
        audit.add(chain, actor, List.of(ofDecision ? opened.in(UUID.fromString(asks.subject())) : opened));
        return query;
    }

    /** What is said in a query whose participant's chain is held. */
    void enter(Asked query, MessageKind kind, @Nullable String text, Chain chain, Actor actor) {
        String body = new Content(kind, query.id(), text).body();
        Message message = new Message(
                audit.newId(chain),
                query.id(),
                query.participant(),
                chain.next(),
                kind.name(),
                body,
                Digest.of(body),
                chain.at(),
                actor.name());
        messages.save(message);
        Action action = switch (kind) {
            case ANSWERED -> Action.QUERY_ANSWERED;
            case CLOSED -> Action.QUERY_CLOSED;
            case REOPENED -> Action.QUERY_REOPENED;
        };
        audit.add(
                chain,
                actor,
                List.of(Happened.of(action)
                        .to(query.participant())
                        .about(message.id())
                        .with("digest", message.digest())
                        .with("query", query.id().toString())));
    }
}

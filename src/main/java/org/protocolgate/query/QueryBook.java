package org.protocolgate.query;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.deviation.DeviationBook;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentMessage;
import org.protocolgate.intake.SentQuery;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.Whose;

/** What monitors ask, and what they are answered. */
@Singleton
public final class QueryBook {

    private final TransactionOperations<Connection> transactions;
    private final Queries queries;
    private final Messages messages;
    private final Ledger ledger;
    private final Whose whose;
    private final DeviationBook deviations;
    private final AuditLog audit;
    private final ServedRules rules;

    QueryBook(
            TransactionOperations<Connection> transactions,
            Queries queries,
            Messages messages,
            Ledger ledger,
            Whose whose,
            DeviationBook deviations,
            AuditLog audit,
            ServedRules rules) {
        this.transactions = transactions;
        this.queries = queries;
        this.messages = messages;
        this.ledger = ledger;
        this.whose = whose;
        this.deviations = deviations;
        this.audit = audit;
        this.rules = rules;
    }

    /**
     * Opens a query. The same one of the same person, as long as nothing was said to it, is not opened twice.
     *
     * @param sent {participant | fact | decision | deviation, text, due?}
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where there is nothing that it could be about
     */
    public QueryView open(byte[] sent, Actor actor) throws RefusedException {
        SentQuery read = SentQuery.read(sent, rules.zone());
        Asking asks = new Asking(
                About.valueOf(read.about().toUpperCase(Locale.ROOT)),
                read.subject(),
                read.text(),
                read.due() == null ? null : read.due().toString());
        return transactions.executeWrite(status -> {
            String participant = participant(asks);
            Chain chain = audit.hold(Chain.ofParticipant(participant));
            Optional<Asked> before = queries.about(asks.subject(), asks.about().name()).stream()
                    .filter(one -> one.recordedBy().equals(actor.name())
                            && one.content().equals(asks)
                            && messages.of(one.id()).isEmpty())
                    .findFirst();
            return QueryView.of(before.orElseGet(() -> ledger.enter(participant, asks, chain, actor)), List.of());
        });
    }

    private String participant(Asking asks) {
        String subject = asks.subject();
        return switch (asks.about()) {
            case PARTICIPANT -> whose.enrolled(subject);
            case FACT -> whose.fact(UUID.fromString(subject));
            case DECISION -> whose.decision(UUID.fromString(subject));
            case DEVIATION ->
                deviations.read(UUID.fromString(subject), Locale.ENGLISH).participant();
        };
    }

    /**
     * Says something in a query.
     *
     * @param sent {text, seen?}; to close, the text may be missing. Where {@code seen} is given, nothing may have been said since.
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where there is no such query
     * @throws ConflictException where the query does not stand so that this can be said, or more was said than was seen
     */
    public QueryView say(UUID id, MessageKind kind, byte[] sent, Actor actor) throws RefusedException {
        SentMessage read = SentMessage.read(sent, kind != MessageKind.CLOSED);
        return transactions.executeWrite(status -> {
            Asked query = find(id);
            Chain chain = audit.hold(Chain.ofParticipant(query.participant()));
            List<Message> said = messages.of(id);
            BigDecimal seen = read.seen();
            if (seen != null && seen.compareTo(BigDecimal.valueOf(said.size())) != 0) {
                throw new ConflictException("something was said in this query meanwhile: look at it again");
            }
            State state = State.after(said);
            if (!state.takes(kind)) {
                throw new ConflictException("the query is " + state + ": it cannot be " + kind);
            }
            ledger.enter(query, kind, read.text(), chain, actor);
            return QueryView.of(query, messages.of(id));
        });
    }

    /**
     * One query.
     *
     * @throws NotThereException where there is none
     */
    public QueryView read(UUID id) {
        return transactions.executeRead(status -> QueryView.of(find(id), messages.of(id)));
    }

    /**
     * A page: open ones first, then answered, then closed ones; of each the newest first.
     *
     * @param limit how many at most
     * @param skipped how many are left out before
     */
    public List<QueryView> list(Wanted wanted, int limit, long skipped) {
        return transactions.executeRead(status -> {
            List<Asked> found = queries.list(
                    wanted.participant(),
                    wanted.subject(),
                    wanted.state() == null ? null : wanted.state().name(),
                    limit,
                    skipped);
            Map<UUID, List<Message>> said = found.isEmpty()
                    ? Map.of()
                    : messages.ofAll(found.stream().map(Asked::id).toList()).stream()
                            .collect(Collectors.groupingBy(Message::query));
            return found.stream()
                    .map(one -> QueryView.of(one, said.getOrDefault(one.id(), List.of())))
                    .toList();
        });
    }

    /** How many wait for something that a person in this role does: an answer, or a look at one. */
    public long waitingFor(Actor actor) {
        State state = switch (actor.role()) {
            case "COORDINATOR", "INVESTIGATOR" -> State.OPEN;
            case "MONITOR" -> State.ANSWERED;
            default -> null;
        };
        return state == null ? 0 : transactions.executeRead(status -> queries.inState(state.name()));
    }

    /** @throws NotThereException where there is no such fact */
    public String participantOf(UUID fact) {
        return transactions.executeRead(status -> whose.fact(fact));
    }

    private Asked find(UUID id) {
        return queries.findById(id).orElseThrow(() -> new NotThereException("no query " + id));
    }
}

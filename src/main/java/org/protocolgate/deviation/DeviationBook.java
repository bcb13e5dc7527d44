package org.protocolgate.deviation;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentCompletion;
import org.protocolgate.study.ConflictException;
import org.protocolgate.study.NotThereException;

/** The deviations that were found, and what persons say of them. */
@Singleton
public final class DeviationBook {

    private static final int PAGE = 500;

    private final TransactionOperations<Connection> transactions;
    private final Deviations deviations;
    private final Steps steps;
    private final Register register;
    private final AuditLog audit;
    private final List<AfterCompletion> consequences;

    DeviationBook(
            TransactionOperations<Connection> transactions,
            Deviations deviations,
            Steps steps,
            Register register,
            AuditLog audit,
            List<AfterCompletion> consequences) {
        this.transactions = transactions;
        this.deviations = deviations;
        this.steps = steps;
        this.register = register;
        this.audit = audit;
        this.consequences = List.copyOf(consequences);
    }

    /**
     * A page, newest first.
     *
     * @param before the last deviation of the page before, or null for the first page
     * @param limit how many at most
     */
    public List<DeviationView> newest(Wanted wanted, @Nullable UUID before, int limit, Locale language) {
        return transactions.executeRead(status -> {
            List<Deviation> found = deviations.newest(
                    wanted.participant(),
                    wanted.criterion(),
                    wanted.state() == null ? null : wanted.state().name(),
                    before == null ? null : before.toString(),
                    limit);
            Map<UUID, List<Step>> said = found.isEmpty()
                    ? Map.of()
                    : steps.ofAll(found.stream().map(Deviation::id).toList()).stream()
                            .collect(Collectors.groupingBy(Step::deviation));
            return found.stream()
                    .map(one -> DeviationView.of(one, said.getOrDefault(one.id(), List.of()), language))
                    .toList();
        });
    }

    /**
     * One deviation.
     *
     * @throws NotThereException where there is none
     */
    public DeviationView read(UUID id, Locale language) {
        return transactions.executeRead(status -> DeviationView.of(find(id), steps.of(id), language));
    }

    /**
     * Completes a deviation, or completes it anew: what was said before stays.
     *
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where there is no such deviation
     * @throws ConflictException where its cause was gone before anybody completed it
     */
    public DeviationView complete(UUID id, byte[] sent, Actor actor, Locale language) throws RefusedException {
        SentCompletion read = SentCompletion.read(sent);
        return transactions.executeWrite(status -> {
            Deviation deviation = find(id);
            Chain chain = audit.hold(Chain.ofParticipant(deviation.participant()));
            if (DeviationView.state(steps.of(id)) == DeviationView.State.NO_LONGER) {
                throw new ConflictException("by what is recorded now there is nothing to complete: the cause is gone");
            }
            register.enter(deviation, Continuation.completed(id, read), chain, actor);
            DeviationView completed = DeviationView.of(deviation, steps.of(id), language);
            consequences.forEach(consequence -> consequence.of(completed, actor));
            return completed;
        });
    }

    /**
     * A CSV file of deviations, newest first; that it was asked for is in the log when this returns.
     *
     * @param site the zone of the site, whose time stands beside UTC
     */
    public byte[] export(Wanted wanted, Actor actor, ZoneId site, Locale language) {
        transactions.executeWrite(status -> {
            Happened exported = Happened.of(Action.EXPORTED)
                    .came("DEVIATIONS")
                    .with("format", "csv")
                    .with("what", "deviations")
                    .with("filter", wanted.given());
            audit.add(Chain.SYSTEM, actor, exported);
            return wanted;
        });
        DeviationFile file = new DeviationFile(site);
        List<DeviationView> page;
        UUID before = null;
        do {
            page = newest(wanted, before, PAGE, language);
            file.add(page);
            before = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return file.bytes();
    }

    private Deviation find(UUID id) {
        return deviations.findById(id).orElseThrow(() -> new NotThereException("no deviation " + id));
    }
}

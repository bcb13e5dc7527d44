package org.protocolgate.sweep;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.job.Jobs;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.ParticipantBook;

/** Sweeps: started, looked at. */
@Singleton
public final class SweepBook {

    private static final int SHOWN_FAILURES = 100;

    private final TransactionOperations<Connection> transactions;
    private final Sweeps sweeps;
    private final Chunks chunks;
    private final SweepFailures failures;
    private final ParticipantBook participants;
    private final Jobs jobs;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;
    private final int chunkSize;

    SweepBook(
            TransactionOperations<Connection> transactions,
            Sweeps sweeps,
            Chunks chunks,
            SweepFailures failures,
            ParticipantBook participants,
            Jobs jobs,
            AuditLog audit,
            ServedRules rules,
            Clock clock,
            @Value("${protocol-gate.sweep.chunk:200}") int chunkSize) {
        this.transactions = transactions;
        this.sweeps = sweeps;
        this.chunks = chunks;
        this.failures = failures;
        this.participants = participants;
        this.jobs = jobs;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
        this.chunkSize = chunkSize;
    }

    /** Starts a sweep that somebody wants. */
    public SweepView start(Actor actor) {
        return start(Sweep.Kind.REQUESTED, actor);
    }

    /** Cuts the study into chunks and notes each of them as a job, all in one transaction. */
    SweepView start(Sweep.Kind kind, Actor actor) {
        String study = rules.ask(rulebook -> rulebook.study());
        return transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            Sweep sweep = new Sweep(audit.newId(chain), study, kind, chain.at(), actor.name(), null);
            sweeps.save(sweep);
            List<Chunk> parts = new ArrayList<>();
            List<String> codes = participants.codes(study, "", null, chunkSize);
            for (String after = ""; !codes.isEmpty(); codes = participants.codes(study, after, null, chunkSize)) {
                String last = codes.get(codes.size() - 1);
                parts.add(new Chunk(sweep.id(), parts.size(), last, after, 0, 0, 0, 0, 0, 0, null));
                after = last;
            }
            chunks.saveAll(parts);
            parts.forEach(part -> jobs.note(ChunkJob.NAME, ChunkJob.instance(part), clock.instant()));
            if (parts.isEmpty()) {
                sweeps.finish(sweep.id(), chain.at());
            }
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.SWEEP_STARTED)
                            .about(sweep.id())
                            .with("kind", kind.name())
                            .with("chunks", parts.size())));
            return view(sweeps.findById(sweep.id()).orElseThrow());
        });
    }

    /** The newest sweeps. */
    public List<SweepView> list(int size) {
        String study = rules.ask(rulebook -> rulebook.study());
        return transactions.executeRead(
                status -> sweeps.newest(study, size).stream().map(this::view).toList());
    }

    /** @throws NoSuchSweepException where there is none */
    public SweepView read(UUID id) {
        return transactions.executeRead(
                status -> view(sweeps.findById(id).orElseThrow(() -> new NoSuchSweepException("no sweep " + id))));
    }

    private SweepView view(Sweep sweep) {
        return SweepView.of(
                sweep,
                chunks.ofSweep(sweep.id()),
                failures.ofSweep(sweep.id(), SHOWN_FAILURES).stream()
                        .map(one -> new SweepView.Failure(one.participant(), one.fault(), one.at()))
                        .toList());
    }
}
